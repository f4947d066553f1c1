import Link from 'next/link'
import { Card } from '../../../../../_ui/card.tsx'
import type { MeasureSummaryFragment } from './measure-summary.generated.ts'
import { MeasureSummary } from './measure-summary.tsx'

/** One measure of the list. */
export function MeasureCard({ projectId, measure }: { projectId: string; measure: MeasureSummaryFragment }) {
  const { id, title } = measure
  return (
    <li>
      <Card className="h-full">
        <MeasureSummary
          measure={measure}
          heading={
            <h2 className="text-section wrap-anywhere">
              <Link href={`/dashboard/projects/${projectId}/measures/${id}`}>{title}</Link>
            </h2>
          }
        />
      </Card>
    </li>
  )
}
