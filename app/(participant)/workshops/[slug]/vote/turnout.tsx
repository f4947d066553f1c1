'use client'

import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { formatTime } from '#domain/dates.ts'
import { inFigures, plural } from '#domain/numbers.ts'
import { GraphQLProvider } from '../../../../_apollo/provider.tsx'
import { RoundTurnoutDocument } from './vote.generated.ts'

type Props = { roundId: string; timeZone: string; onClosed: (message: string) => void }

const EVERY_MS = 4_000

/** How many have voted so far, and word of the round's closing. Loaded after the ballot, with Apollo. */
export function Turnout(props: Props) {
  return (
    <GraphQLProvider>
      <LiveTurnout {...props} />
    </GraphQLProvider>
  )
}

function LiveTurnout({ roundId, timeZone, onClosed }: Props) {
  const { data } = useQuery(RoundTurnoutDocument, {
    variables: { roundId },
    fetchPolicy: 'no-cache',
    pollInterval: EVERY_MS,
    skipPollAttempt: () => document.visibilityState !== 'visible',
  })
  const round = data?.round
  const closed = round?.state === 'CLOSED'
  const closedAt = round?.closedAt

  useEffect(() => {
    if (!closed) return
    onClosed(
      closedAt ? `Voting closed at ${formatTime(new Date(closedAt), timeZone)}.` : 'Voting has closed.',
    )
  }, [closed, closedAt, timeZone, onClosed])

  if (!round?.turnout) return null
  const { ballots, seats } = round.turnout
  return (
    <p className="tally">
      {inFigures(ballots)} of {plural(seats, 'person', 'people')} {ballots === 1 ? 'has' : 'have'} voted
    </p>
  )
}
