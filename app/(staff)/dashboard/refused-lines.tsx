import { inFigures } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../_ui/data-table.tsx'

export type RefusedLine = { line: number; reason: string }

type Props = {
  refused: readonly RefusedLine[]
  /** What was sent, to show the lines themselves. */
  text?: string
  /** How many there are, where not all are listed. */
  total?: number
}

/** Every line that could not be read, with its number, its words and why. */
export function RefusedLines({ refused, text, total = refused.length }: Props) {
  const lines = text?.split(/\r\n?|\n/)
  const columns: Column<RefusedLine>[] = [
    {
      key: 'line',
      header: 'Line',
      cell: ({ line }) => <span className="tally font-bold whitespace-nowrap">Line {inFigures(line)}</span>,
    },
    { key: 'reason', header: 'Why', bare: true, cell: ({ reason }) => reason },
  ]
  if (lines) {
    columns.splice(1, 0, {
      key: 'words',
      header: 'What it says',
      bare: true,
      cell: ({ line }) => (
        <span className="break-all text-ink-soft">{lines[line - 1]?.trim().slice(0, 120)}</span>
      ),
    })
  }
  return (
    <>
      <DataTable
        caption="Lines that cannot be read"
        columns={columns}
        rows={refused}
        rowKey={({ line, reason }) => `${line} ${reason}`}
      />
      {total > refused.length ? (
        <p className="mt-2">
          The first {inFigures(refused.length)} of {inFigures(total)} lines are listed.
        </p>
      ) : null}
    </>
  )
}
