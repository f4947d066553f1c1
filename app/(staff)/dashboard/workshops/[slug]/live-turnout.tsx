'use client'

import { useSyncExternalStore } from 'react'
import { turnout as describeTurnout, dotsPlaced } from '#domain/turnout.ts'
import { type Turnout, turnoutStore } from './turnout-store.ts'

type Props = { roundId: string; rendered: Turnout; dotsPerVoter: number }

/** How many have voted, in figures and as a bar; moves by itself while voting is open. */
export function LiveTurnout({ roundId, rendered, dotsPerVoter }: Props) {
  const now = useSyncExternalStore(
    turnoutStore.subscribe,
    () => turnoutStore.of(roundId),
    () => undefined,
  )
  const { ballots, seats, dots } = now ?? rendered
  return (
    <div>
      <p className="tally text-section font-bold">{describeTurnout({ ballots, seats }).sentence}</p>
      <div
        aria-hidden
        className="mt-2 h-4 max-w-prose overflow-hidden rounded-full border border-line-strong bg-sunken"
      >
        <div
          className="h-full bg-accent transition-[width] duration-150"
          style={{ width: `${seats > 0 ? Math.min(100, (100 * ballots) / seats) : 0}%` }}
        />
      </div>
      <p className="tally mt-1 text-ink-soft">{dotsPlaced({ dots, ballots, seats, dotsPerVoter })}</p>
    </div>
  )
}
