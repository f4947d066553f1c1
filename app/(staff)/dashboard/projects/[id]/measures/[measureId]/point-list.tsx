import { valueInWords } from '#domain/chart-words.ts'
import { formatDay } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../../../../../_ui/data-table.tsx'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import { dayOf } from '../../../../../../_ui/moments.ts'
import { CorrectPoint } from './correct-point.tsx'
import type { MeasureView } from './load-measure.ts'
import { RemovePoint } from './remove-point.tsx'
import { RestorePoint } from './restore-point.tsx'

type Point = MeasureView['points']['edges'][number]['node']
type Removed = MeasureView['removedPoints'][number]

/** The latest points, what they were before, and those that were removed. */
export function PointList({ measure }: { measure: MeasureView }) {
  const { unit, viewerCanEdit, removedPoints } = measure
  const { timeZone } = measure.project
  const points = measure.points.edges.map(({ node }) => node)
  const { totalCount } = measure.points
  const columns: Column<Point>[] = [
    { key: 'day', header: 'Day', cell: ({ day }) => formatDay(day) },
    { key: 'value', header: 'Value', numeric: true, cell: ({ value }) => valueInWords(value, unit) },
    {
      key: 'before',
      header: 'Before',
      cell: (point) => <Before point={point} unit={unit} timeZone={timeZone} />,
    },
    {
      key: 'acts',
      header: 'Change',
      headerHidden: true,
      bare: true,
      cell: (point) =>
        viewerCanEdit ? (
          <span className="flex flex-wrap">
            <CorrectPoint point={point} />
            <RemovePoint point={point} />
          </span>
        ) : null,
    },
  ]
  const removedColumns: Column<Removed>[] = [
    { key: 'day', header: 'Day', cell: ({ day }) => formatDay(day) },
    { key: 'value', header: 'Value', numeric: true, cell: ({ value }) => valueInWords(value, unit) },
    {
      key: 'reason',
      header: 'Removed',
      cell: ({ removedReason, removedByName, removedAt }) =>
        `${removedReason ?? ''} (${[removedByName, removedAt && dayOf(removedAt, timeZone)].filter(Boolean).join(', ')})`,
    },
    {
      key: 'acts',
      header: 'Put back',
      headerHidden: true,
      bare: true,
      cell: ({ id, day }) => (viewerCanEdit ? <RestorePoint id={id} day={day} /> : null),
    },
  ]
  return (
    <>
      {points.length > 0 ? (
        <DataTable caption="Latest points" columns={columns} rows={points} rowKey={({ id }) => id} />
      ) : (
        <p className="mt-2 text-ink-soft">There are none yet.</p>
      )}
      {totalCount > points.length ? (
        <p className="mt-2">
          The latest {inFigures(points.length)} of {inFigures(totalCount)} points are listed.
        </p>
      ) : null}
      {removedPoints.length > 0 ? (
        <Disclosure summary="Removed points" className="mt-2">
          <DataTable
            caption="Removed points"
            columns={removedColumns}
            rows={removedPoints}
            rowKey={({ id }) => id}
          />
        </Disclosure>
      ) : null}
    </>
  )
}

function Before({ point, unit, timeZone }: { point: Point; unit: string; timeZone: string }) {
  if (point.corrections.length === 0) return <span className="text-ink-soft">Never corrected</span>
  return (
    <ul>
      {point.corrections.map(({ from, reason, correctedAt, correctedByName }) => (
        <li key={correctedAt} className="wrap-anywhere">
          {valueInWords(from, unit)}: {reason} (
          {[correctedByName, dayOf(correctedAt, timeZone)].filter(Boolean).join(', ')})
        </li>
      ))}
    </ul>
  )
}
