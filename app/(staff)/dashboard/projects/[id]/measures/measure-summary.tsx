import type { ReactNode } from 'react'
import { valueInWords } from '#domain/chart-words.ts'
import { formatDay } from '#domain/dates.ts'
import { DIRECTION_LABELS, MEASURE_KIND_LABELS } from '#domain/measures.ts'
import { Tag } from '../../../../../_ui/tag.tsx'
import { drawSmallChart } from './draw-chart.ts'
import type { MeasureSummaryFragment } from './measure-summary.generated.ts'
import { svgTree } from './svg-tree.tsx'
import { VariationMark } from './variation-mark.tsx'

type Props = { measure: MeasureSummaryFragment; heading: ReactNode; children?: ReactNode }

/** A measure in short: its latest value, a small chart, and what the chart says in words. */
export function MeasureSummary({ measure, heading, children }: Props) {
  const { kind, direction, unit, latestPoint, chart, archivedAt } = measure
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 grow basis-64 space-y-1">
        {heading}
        <p className="text-ink-soft">
          <Tag>{MEASURE_KIND_LABELS[kind]}</Tag> {archivedAt ? <Tag>Archived</Tag> : null}{' '}
          {DIRECTION_LABELS[direction]}
        </p>
        {latestPoint ? (
          <p>
            <span className="tally text-section font-bold">{valueInWords(latestPoint.value, unit)}</span> on{' '}
            {formatDay(latestPoint.day)}
          </p>
        ) : null}
        <VariationMark chart={chart} />
        {children}
      </div>
      {chart.points.length > 1 ? (
        <div className="w-60 max-w-full">
          {svgTree(drawSmallChart(chart, unit), {
            'aria-hidden': true,
            className: 'block h-auto w-full',
          })}
        </div>
      ) : null}
    </div>
  )
}
