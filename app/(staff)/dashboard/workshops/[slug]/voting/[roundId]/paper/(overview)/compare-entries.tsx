import { inFigures, plural } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../../../../../../../_ui/data-table.tsx'
import { Notice } from '../../../../../../../../_ui/notice.tsx'
import { Tag } from '../../../../../../../../_ui/tag.tsx'
import type { RoundView } from '../../load-round.ts'
import { type Paper, sumOf } from '../entries.ts'

type Row = { id: string; title: string; first: number | null; second: number | null; differs: boolean }
type Props = { paper: Paper; options: RoundView['options'] }

const columns: Column<Row>[] = [
  { key: 'title', header: 'Issue', cell: ({ title }) => title },
  { key: 'first', header: 'First entry', numeric: true, cell: ({ first }) => figure(first) },
  { key: 'second', header: 'Second entry', numeric: true, cell: ({ second }) => figure(second) },
  {
    key: 'differs',
    header: 'Agree',
    cell: ({ differs }) => (differs ? <Tag tone="waits">Differs</Tag> : 'Agrees'),
  },
]

/** What each entry says about every issue, those that differ first, and whether voting can be closed. */
export function CompareEntries({ paper, options }: Props) {
  const { first, second, differences } = paper
  if (first.length === 0 && second.length === 0) return null
  if (first.length === 0 || second.length === 0) {
    return (
      <Notice kind="warning" className="mt-6 max-w-prose" title="One entry is still to come">
        <p>
          Voting cannot be closed until the other entry is made and agrees, or the paper dots are removed.
        </p>
      </Notice>
    )
  }
  const agree = differences.length === 0
  return (
    <section aria-labelledby="compare" className="mt-10">
      <h2 id="compare">Both entries side by side</h2>
      <Notice
        kind={agree ? 'success' : 'warning'}
        className="mt-3 mb-4 max-w-prose"
        title={agree ? 'Both entries agree' : `The entries differ for ${plural(differences.length, 'issue')}`}
      >
        <p>
          {agree
            ? 'Nothing about the paper dots stands in the way of closing voting.'
            : 'Voting cannot be closed. Count the paper for these issues again, and correct the entry that is wrong.'}
        </p>
      </Notice>
      <DataTable
        caption="Both entries of the paper dots"
        columns={columns}
        rows={rowsOf(paper, options)}
        rowKey={({ id }) => id}
      />
    </section>
  )
}

function rowsOf(paper: Paper, options: Props['options']): Row[] {
  const dotsIn = (figures: Paper['first'], id: string) =>
    figures.find(({ optionId }) => optionId === id)?.dots ?? null
  const rows = options.map(({ id, position, title }) => ({
    id,
    title: `${position}. ${title}`,
    first: dotsIn(paper.first, id),
    second: dotsIn(paper.second, id),
    differs: paper.differences.includes(id),
  }))
  const [first, second] = [sumOf(paper.first), sumOf(paper.second)]
  const total = { id: 'total', title: 'All issues together', first, second, differs: first !== second }
  return [...rows.toSorted((a, b) => Number(b.differs) - Number(a.differs)), total]
}

function figure(dots: number | null): string {
  return dots === null ? 'Not entered' : inFigures(dots)
}
