import type { Metadata } from 'next'
import { Breadcrumbs } from '../../../../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../../../../_ui/page-heading.tsx'
import { loadRound, type RoundParams } from '../../load-round.ts'
import { NotOpenNow } from '../../not-open-now.tsx'
import { ClearPaper } from './clear-paper.tsx'
import { CompareEntries } from './compare-entries.tsx'
import { EntryCard } from './entry-card.tsx'

/** "Paper dots: Voting round 1". */
export async function generateMetadata({ params }: RoundParams): Promise<Metadata> {
  const { slug, roundId } = await params
  return { title: `Paper dots: ${(await loadRound(slug, roundId)).round.title}` }
}

/** Dots on paper, entered twice, and where the two entries differ. */
export default async function PaperPage({ params }: RoundParams) {
  const { slug, roundId } = await params
  const { round, path } = await loadRound(slug, roundId)
  const { paper, options } = round
  const here = `${path}/${roundId}/paper`
  const any = paper !== null && (paper.first.length > 0 || paper.second.length > 0)
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            label="Voting"
            steps={[
              { href: path, label: 'Voting' },
              { href: `${path}/${roundId}`, label: round.title },
            ]}
          />
        }
        title="Paper dots"
        lead="Dots on paper ballots are counted twice and entered twice, best by two people. When both entries agree, they are added to the others as voting closes."
      />
      {round.state === 'OPEN' && paper ? (
        <>
          <div className="grid gap-4 md:grid-cols-2">
            <EntryCard entry="FIRST" paper={paper} here={here} />
            <EntryCard entry="SECOND" paper={paper} here={here} />
          </div>
          <CompareEntries paper={paper} options={options} />
          {any ? (
            <div className="mt-8 border-t border-line pt-4">
              <ClearPaper roundId={roundId} paper={paper} />
            </div>
          ) : null}
        </>
      ) : (
        <NotOpenNow what="Paper dots are entered" round={round} path={path} />
      )}
    </>
  )
}
