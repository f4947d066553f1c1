import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { LivePage } from '../live-page.tsx'
import { Counting } from './counting.tsx'
import { CutExplanation } from './cut-explanation.tsx'
import { HiddenTally } from './hidden-tally.tsx'
import { LeftBehind } from './left-behind.tsx'
import { Ranking } from './ranking.tsx'
import { Reconciliation } from './reconciliation.tsx'
import { summaryInWords } from './result-words.ts'
import { ResultsPageDocument, ResultsRoundDocument } from './results.generated.ts'
import { RoundStanding } from './round-standing.tsx'

export const metadata: Metadata = { title: 'Results' }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ round?: string }> }

/** The result of a vote, held against every other count there is. */
export default async function ResultsPage({ params, searchParams }: Props) {
  const [{ slug }, asked] = await Promise.all([params, searchParams])
  const { workshop } = await query(ResultsPageDocument, { slug })
  if (!workshop) notFound()
  const votedOn = workshop.rounds.filter(({ state }) => state !== 'DRAFT')
  const roundId = votedOn.find(({ id }) => id === asked.round)?.id ?? workshop.currentRound?.id
  const round = roundId ? (await query(ResultsRoundDocument, { roundId })).round : null
  const live = (
    <LivePage slug={slug} pulse={workshop.pulse} news="The results have changed. This page shows them now." />
  )
  if (!round || round.state === 'DRAFT') return <NoVote slug={slug}>{live}</NoVote>

  const { result } = round
  const summary = result ? summaryInWords(result) : null
  return (
    <>
      <PageHeading title="Results" above={round.title} lead={summary} />
      <RoundStanding round={round} rounds={votedOn} workshop={workshop} />
      {result ? (
        <div className="space-y-12">
          <section aria-labelledby="ranking">
            <h2 id="ranking">Issues by votes</h2>
            <Ranking round={round} sheet={result} workshop={workshop} />
            <CutExplanation
              sheet={result}
              reason={round.prioritiesReason ?? null}
              declared={round.priorities.length > 0}
              slug={slug}
            />
          </section>
          <div className="grid gap-12 lg:grid-cols-2 lg:items-start">
            <Counting sheet={result} dotsPerVoter={round.dotsPerVoter} />
            <Reconciliation lines={result.reconciliation} source={round.source ?? null} />
          </div>
          <LeftBehind workshop={workshop} />
        </div>
      ) : (
        <HiddenTally hidden={round.hideUntilClose} turnout={round.turnout ?? null} slug={slug} />
      )}
      {live}
    </>
  )
}

function NoVote({ slug, children }: { slug: string; children: React.ReactNode }) {
  return (
    <>
      <PageHeading title="Results" />
      <Empty
        title="No vote yet"
        action={
          <ButtonLink variant="secondary" href={`/workshops/${slug}/issues`}>
            Read the issues
          </ButtonLink>
        }
      >
        <p>
          When voting has closed, the issues stand here in the order of their votes, with the count explained.
        </p>
      </Empty>
      {children}
    </>
  )
}
