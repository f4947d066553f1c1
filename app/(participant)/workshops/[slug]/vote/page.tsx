import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDay, formatTime } from '#domain/dates.ts'
import { areaPlace, tableHue } from '#domain/hues.ts'
import { numberInWords, plural } from '#domain/numbers.ts'
import { printOperation } from '../../../../_apollo/print-operation.ts'
import { query } from '../../../../_apollo/server.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { LivePage } from '../live-page.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { NoBallot } from './no-ballot.tsx'
import {
  CastVoteDocument,
  VotePageDocument,
  type VotePageQuery,
  WithdrawVoteDocument,
} from './vote.generated.ts'
import { VoteBoard } from './vote-board.tsx'
import type { VotableOption } from './vote-option.tsx'

export const metadata: Metadata = { title: 'Vote' }

type Props = { params: Promise<{ slug: string }> }
type Workshop = NonNullable<VotePageQuery['workshop']>
type Round = NonNullable<Workshop['currentRound']>

/** The vote: open with the viewer's ballot, open without one, closed, or not there yet. */
export default async function VotePage({ params }: Props) {
  const { workshop } = await query(VotePageDocument, { slug: (await params).slug })
  if (!workshop) notFound()
  const { currentRound: round, viewerSeat: seat } = workshop
  const resultsHref = `/workshops/${workshop.slug}/results`

  if (round?.state === 'OPEN' && round.ballot && seat && workshop.viewerCan.vote) {
    const { allowance, spentOn } = round.ballot
    return (
      <>
        <PageHeading title={round.title} />
        <VoteBoard
          key={round.id}
          workshopId={workshop.id}
          roundId={round.id}
          timeZone={workshop.timeZone}
          resultsHref={resultsHref}
          rule={rule(round)}
          ballot={{ allowance, spentOn }}
          options={votable(workshop, round)}
          cast={printOperation(CastVoteDocument)}
          withdraw={printOperation(WithdrawVoteDocument)}
        />
      </>
    )
  }
  return (
    <>
      <PageHeading title={round?.title ?? 'Vote'} />
      {round?.state === 'CLOSED' ? (
        <ClosedNotice
          message={closing(round, workshop.timeZone)}
          counted={null}
          unsent={0}
          resultsHref={resultsHref}
        />
      ) : (
        <NoBallot open={round?.state === 'OPEN'} role={seat?.role ?? null} slug={workshop.slug} />
      )}
      <LivePage
        slug={workshop.slug}
        pulse={workshop.pulse}
        news="The vote has moved on. This page shows where it is now."
      />
    </>
  )
}

function rule({ dotsPerVoter, prioritiesToSelect, hideUntilClose }: Round): string {
  const dots = `You have ${numberInWords(dotsPerVoter)} ${dotsPerVoter === 1 ? 'dot' : 'dots'}. Put each on a different issue that the Lab should work on.`
  const hidden = hideUntilClose ? ' Nobody sees the count until voting closes.' : ''
  return `${dots} ${plural(prioritiesToSelect, 'issue is', 'issues are')} taken forward.${hidden}`
}

function closing({ closedAt }: Round, timeZone: string): string {
  if (!closedAt) return 'Voting has closed.'
  const at = new Date(closedAt)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
  return `Voting closed on ${formatDay(day)} at ${formatTime(at, timeZone)}.`
}

function votable({ areas, tables }: Workshop, { options }: Round): VotableOption[] {
  return options.map(({ areaName, ...option }) => ({
    ...option,
    area: markOf(areaName, areas),
    hue: tableHue(option.tableCodes, areaName, tables),
  }))
}

function markOf(areaName: string, areas: Workshop['areas']) {
  const place = areaPlace(areaName, areas)
  return place === null ? areaName : <AreaMark position={place} name={areaName} />
}
