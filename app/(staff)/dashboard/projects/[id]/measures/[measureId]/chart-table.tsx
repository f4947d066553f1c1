import { EFFECT_WORDS, lineInWords, SIGNAL_WORDS, valueInWords } from '#domain/chart-words.ts'
import { formatDay, formatDayRange } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../../../../../_ui/data-table.tsx'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import type { DrawnChartFragment } from '../chart-shape.generated.ts'

type Props = { chart: DrawnChartFragment; unit: string }
type Point = DrawnChartFragment['points'][number]
type Segment = DrawnChartFragment['segments'][number]
type Signal = DrawnChartFragment['signals'][number]

/** The chart as tables: its lines, the rules that are met, and every point that is drawn. */
export function ChartTable({ chart, unit }: Props) {
  const { kind, points, segments, signals, signalCount, pointCount } = chart
  const signalColumns: Column<Signal>[] = [
    { key: 'rule', header: 'Rule', cell: ({ signal }) => SIGNAL_WORDS[signal] },
    { key: 'days', header: 'When', cell: ({ fromDay, toDay }) => formatDayRange(fromDay, toDay) },
    { key: 'points', header: 'Points', numeric: true, cell: (met) => inFigures(met.points) },
    { key: 'effect', header: 'Means', cell: ({ effect }) => EFFECT_WORDS[effect] },
  ]
  const pointColumns: Column<Point>[] = [
    { key: 'day', header: 'Day', cell: ({ day }) => formatDay(day) },
    { key: 'value', header: 'Value', numeric: true, cell: ({ value }) => valueInWords(value, unit) },
    { key: 'effect', header: 'Means', cell: ({ effect }) => (effect ? EFFECT_WORDS[effect] : 'Chance') },
  ]
  return (
    <Disclosure summary="The chart as a table" className="mt-3">
      <div className="space-y-6">
        <DataTable
          caption="Lines of the chart"
          columns={segmentColumns(kind, unit)}
          rows={segments}
          rowKey={({ fromDay }) => fromDay}
        />
        {signals.length > 0 ? (
          <DataTable
            caption="Rules that are met"
            columns={signalColumns}
            rows={signals}
            rowKey={({ signal, fromDay, toDay }) => `${signal} ${fromDay} ${toDay}`}
          />
        ) : null}
        {signals.length < signalCount ? (
          <p>
            The last {inFigures(signals.length)} of {inFigures(signalCount)} are listed.
          </p>
        ) : null}
        <DataTable
          caption="Points of the chart"
          columns={pointColumns}
          rows={points}
          rowKey={({ id }) => id}
        />
        {points.length < pointCount ? (
          <p>
            {inFigures(points.length)} of {inFigures(pointCount)} points are drawn and listed: of every
            stretch the highest and the lowest.
          </p>
        ) : null}
      </div>
    </Disclosure>
  )
}

function segmentColumns(kind: DrawnChartFragment['kind'], unit: string): Column<Segment>[] {
  const line = (value: number | null) => (value === null ? 'None' : lineInWords(value, unit))
  const days: Column<Segment> = {
    key: 'days',
    header: 'Baseline',
    cell: ({ fromDay, toDay }) => formatDayRange(fromDay, toDay),
  }
  const counted: Column<Segment> = {
    key: 'counted',
    header: 'Worked out from',
    cell: (segment) => `${inFigures(segment.counted)} of ${inFigures(segment.points)} points`,
  }
  if (kind === 'XMR') {
    return [
      days,
      { key: 'centre', header: 'Mean', numeric: true, cell: ({ centre }) => line(centre) },
      { key: 'lower', header: 'Lower limit', numeric: true, cell: ({ lower }) => line(lower) },
      { key: 'upper', header: 'Upper limit', numeric: true, cell: ({ upper }) => line(upper) },
      counted,
    ]
  }
  return [
    days,
    { key: 'centre', header: 'Median', numeric: true, cell: ({ centre }) => line(centre) },
    { key: 'runs', header: 'Runs', numeric: true, cell: ({ runs }) => inFigures(runs ?? 0) },
    {
      key: 'expected',
      header: 'Runs by chance',
      cell: ({ fewestRuns, mostRuns }) =>
        fewestRuns === null || mostRuns === null
          ? 'Not in the published table'
          : `${fewestRuns} to ${mostRuns}`,
    },
    counted,
  ]
}
