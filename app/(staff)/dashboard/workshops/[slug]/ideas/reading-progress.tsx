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

type Props = {
  readings: readonly ReadingFragment[]
  /** Of all ideas, one of several tables counted once. */
  read: number
  ideas: number
}

/** How far each table's ideas have been read by the others, and how much the table has commented itself. */
export function ReadingProgress({ readings, read, ideas }: Props) {
  return (
    <>
      <p className="mb-3">{readInWords({ ideas, readByOthers: read })}.</p>
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
