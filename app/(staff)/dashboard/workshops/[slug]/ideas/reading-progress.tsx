import { inFigures, plural } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import type { ReadingFragment } from './ideas-desk.generated.ts'

const COLUMNS: Column<ReadingFragment>[] = [
  {
    key: 'table',
    header: 'Table',
    cell: ({ table: { code, name } }) => (
      <>
        <b>{code}</b> {name && name !== code ? name : ''}
      </>
    ),
  },
  { key: 'read', header: 'Its ideas', bare: true, cell: (reading) => readInWords(reading) },
  {
    key: 'written',
    header: 'Has commented on others',
    numeric: true,
    cell: ({ written }) => `${inFigures(written)} ${written === 1 ? 'time' : 'times'}`,
  },
]

/** How far each table's ideas have been read by the others, and how much the table has commented itself. */
export function ReadingProgress({ readings }: { readings: readonly ReadingFragment[] }) {
  const sum = (figure: 'ideas' | 'readByOthers') =>
    readings.reduce((total, reading) => total + reading[figure], 0)
  return (
    <>
      <p className="mb-3 text-lead">
        {readInWords({ ideas: sum('ideas'), readByOthers: sum('readByOthers') })}.
      </p>
      <DataTable
        caption="How far the tables’ ideas have been read"
        columns={COLUMNS}
        rows={readings}
        rowKey={({ table }) => table.id}
      />
    </>
  )
}

/** "12 of 18 ideas have been read by another table". */
function readInWords({ ideas, readByOthers }: Pick<ReadingFragment, 'ideas' | 'readByOthers'>): string {
  if (ideas === 0) return 'No ideas yet'
  const have = readByOthers === 1 && ideas === 1 ? 'has' : 'have'
  return `${inFigures(readByOthers)} of ${plural(ideas, 'idea')} ${have} been read by another table`
}
