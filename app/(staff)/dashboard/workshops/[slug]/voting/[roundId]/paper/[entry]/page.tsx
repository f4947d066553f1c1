import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '../../../../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../../../../_ui/page-heading.tsx'
import { loadRound } from '../../load-round.ts'
import { NotOpenNow } from '../../not-open-now.tsx'
import { ENTRY_LABELS, readEntry } from '../entries.ts'
import { PaperForm } from './paper-form.tsx'

type Props = { params: Promise<{ slug: string; roundId: string; entry: string }> }

/** "First entry of the paper dots". */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = readEntry((await params).entry) ?? notFound()
  return { title: `${ENTRY_LABELS[entry]} of the paper dots` }
}

/** One of the two entries. The other is not shown, so that two people count for themselves. */
export default async function PaperEntryPage({ params }: Props) {
  const { slug, roundId, ...asked } = await params
  const entry = readEntry(asked.entry) ?? notFound()
  const { round, path } = await loadRound(slug, roundId)
  const here = `${path}/${roundId}/paper`
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            label="Voting"
            steps={[
              { href: path, label: 'Voting' },
              { href: `${path}/${roundId}`, label: round.title },
              { href: here, label: 'Paper dots' },
            ]}
          />
        }
        title={`${ENTRY_LABELS[entry]} of the paper dots`}
        lead="Type what was counted on paper for each issue. An empty box counts as 0. The other entry is not shown, so that two people count for themselves."
      />
      {round.state === 'OPEN' && round.paper ? (
        <PaperForm
          key={entry}
          roundId={roundId}
          entry={entry}
          paper={round.paper}
          options={round.options}
          dotsPerVoter={round.dotsPerVoter}
          here={here}
        />
      ) : (
        <NotOpenNow what="Paper dots are entered" round={round} path={path} />
      )}
    </>
  )
}
