'use client'

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useEffectEvent, useState } from 'react'
import { formatTime } from '#domain/dates.ts'
import { inFigures, plural } from '#domain/numbers.ts'
import { GraphQLProvider } from '../../../../_apollo/provider.tsx'
import { RoundTurnoutDocument, type RoundTurnoutQuery } from './vote.generated.ts'

type Props = {
  roundId: string
  timeZone: string
  /** Whether the server has counted a dot of this voter: the figure is asked for anew when that changes. */
  hasVoted: boolean
  onClosed: (message: string) => void
  /** What the server holds of the voter's own ballot, and when it was asked for. */
  onBallot: (spentOn: readonly string[], askedAt: number) => void
}

const EVERY_MS = 4_000

/** How many have voted so far, the voter's own dots as the server holds them, and word of the round's closing. */
export function Turnout(props: Props) {
  return (
    <GraphQLProvider>
      <LiveTurnout {...props} />
    </GraphQLProvider>
  )
}

function LiveTurnout({ roundId, timeZone, hasVoted, onClosed, onBallot }: Props) {
  const client = useApolloClient()
  const [round, setRound] = useState<RoundTurnoutQuery['round']>(null)
  const look = useEffectEvent(async (isStopped: () => boolean) => {
    const askedAt = performance.now()
    const query = { query: RoundTurnoutDocument, variables: { roundId }, fetchPolicy: 'no-cache' } as const
    // The next look may have better luck; until then the page stays as it is.
    const answer = await client.query(query).catch(() => null)
    const now = answer?.data?.round
    if (!now || isStopped()) return
    setRound(now)
    if (now.ballot) onBallot(now.ballot.spentOn, askedAt)
    if (now.state !== 'CLOSED') return
    const at = now.closedAt ? ` at ${formatTime(new Date(now.closedAt), timeZone)}` : ''
    onClosed(at ? `Voting closed${at}.` : 'Voting has closed.')
  })

  // Asked again when somebody comes back to the page, by Back, from another tab or after the screen was off.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a first or last dot changes the figure.
  useEffect(() => {
    let stopped = false
    const isStopped = () => stopped
    const now = () => {
      if (document.visibilityState === 'visible') void look(isStopped)
    }
    now()
    const timer = setInterval(now, EVERY_MS)
    window.addEventListener('pageshow', now)
    window.addEventListener('focus', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      stopped = true
      clearInterval(timer)
      window.removeEventListener('pageshow', now)
      window.removeEventListener('focus', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [roundId, hasVoted])

  if (!round?.turnout) return null
  const { ballots, seats } = round.turnout
  return (
    <p className="tally">
      {inFigures(ballots)} of {plural(seats, 'person', 'people')} {ballots === 1 ? 'has' : 'have'} voted
    </p>
  )
}
