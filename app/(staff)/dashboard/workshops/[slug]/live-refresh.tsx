'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { Operation } from '../../../../_apollo/operation.ts'
import { send } from '../../../../_apollo/transport.ts'
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
export function LiveRefresh({ slug, pulse, operation }: Props) {
  const router = useRouter()
  const shown = useRef(pulse)

  useEffect(() => {
    shown.current = pulse
  }, [pulse])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false

    async function look() {
      const answer = await send(operation, { slug }).catch(() => null) // the next look may have better luck
      if (stopped) return
      const round = answer?.workshop?.currentRound
      if (round?.turnout) showTurnout(round.id, round.turnout)
      const now = answer?.workshop?.pulse
      if (now && now !== shown.current) {
        shown.current = now
        router.refresh()
      }
      wait(EVERY_MS)
    }

    function wait(ms: number) {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(look, ms)
    }

    const onSeen = () => wait(0)
    document.addEventListener('visibilitychange', onSeen)
    wait(EVERY_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [slug, operation, router])

  return null
}
