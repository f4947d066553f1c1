import Link from 'next/link'
import { valueInWords } from '#domain/chart-words.ts'
import { formatDay } from '#domain/dates.ts'
import { DIRECTION_LABELS, MEASURE_KIND_LABELS } from '#domain/measures.ts'
import { Card } from '../../../../../_ui/card.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { drawSmallChart } from './draw-chart.ts'
import type { MeasuresPageQuery } from './measures.generated.ts'
import { svgTree } from './svg-tree.tsx'
import { VariationMark } from './variation-mark.tsx'

type Measure = NonNullable<MeasuresPageQuery['project']>['measures'][number]

/** One measure of the list: its latest value, a small chart, and what the chart says in words. */
export function MeasureCard({ projectId, measure }: { projectId: string; measure: Measure }) {
  const { id, title, kind, direction, unit, latestPoint, chart } = measure
  return (
    <li>
      <Card className="flex h-full flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 grow basis-64 space-y-1">
          <h2 className="text-section wrap-anywhere">
            <Link href={`/dashboard/projects/${projectId}/measures/${id}`}>{title}</Link>
          </h2>
          <p className="text-ink-soft">
            <Tag>{MEASURE_KIND_LABELS[kind]}</Tag> {DIRECTION_LABELS[direction]}
          </p>
          {latestPoint ? (
            <p>
              <span className="tally text-section font-bold">{valueInWords(latestPoint.value, unit)}</span> on{' '}
              {formatDay(latestPoint.day)}
            </p>
          ) : null}
          <VariationMark chart={chart} />
        </div>
        {chart.points.length > 1 ? (
          <div className="w-60 max-w-full">
            {svgTree(drawSmallChart(chart, unit), {
              'aria-hidden': true,
              className: 'block h-auto w-full',
            })}
          </div>
        ) : null}
      </Card>
    </li>
  )
}
