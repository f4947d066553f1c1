import { Fragment } from 'react'
import { plural } from '#domain/numbers.ts'
import { CutRow } from './cut-row.tsx'
import { ResultRow } from './result-row.tsx'
import { cutBefore } from './result-words.ts'
import type { ResultSheetFragment, ResultsPageQuery, ResultsRoundQuery } from './results.generated.ts'

type Props = {
  round: NonNullable<ResultsRoundQuery['round']>
  sheet: ResultSheetFragment
  workshop: NonNullable<ResultsPageQuery['workshop']>
}

/** All options by votes, as a table whose bars repeat its figures, with the cut drawn where it falls. */
export function Ranking({ round, sheet, workshop }: Props) {
  const most = Math.max(1, ...sheet.rows.map((row) => row.dots ?? 0))
  const priorities = new Set(round.priorities.map(({ option }) => option.id))
  const channels = sheet.channels.filter(({ dots }) => dots > 0).length
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">
        Issues by votes. Shares are of {plural(sheet.shareBase, 'vote')}
        {sheet.shareBaseIsPublished ? ', as published' : ''}.
      </caption>
      <thead>
        <tr className="border-b border-line-strong align-bottom [&>th]:py-2">
          <th scope="col" className="w-12 pe-2">
            Rank
          </th>
          <th scope="col">Issue</th>
          <th scope="col" className="w-24 ps-3 text-end md:w-32">
            Votes
          </th>
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map((row, place) => (
          <Fragment key={row.option.id}>
            {cutBefore(sheet.rows, place) ? <CutRow cut={sheet.cutLine} /> : null}
            <ResultRow
              row={row}
              most={most}
              shareBase={sheet.shareBase}
              areas={workshop.areas}
              slug={workshop.slug}
              prioritised={priorities.has(row.option.id)}
              showChannels={channels > 1}
            />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
