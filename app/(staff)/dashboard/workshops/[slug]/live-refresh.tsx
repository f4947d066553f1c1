'use client'

import type { Operation } from '../../../../_apollo/operation.ts'
import { useLive } from '../../../../_apollo/use-live.ts'
import type { StaffPulseQuery, StaffPulseQueryVariables } from './frame.generated.ts'
import { showTurnout } from './turnout-store.ts'

type Props = {
  slug: string
  /** As the page was rendered. */
  pulse: string
  operation: Operation<StaffPulseQuery, StaffPulseQueryVariables>
}

const EVERY_MS = 4_000

/** While the tab is seen, asks every four seconds how many have voted and whether the page is still true. */
export function LiveRefresh(props: Props) {
  useLive({
    ...props,
    everyMs: EVERY_MS,
    onLook: ({ workshop }) => {
      const round = workshop?.currentRound
      if (round?.turnout) showTurnout(round.id, round.turnout)
    },
  })
  return null
}
