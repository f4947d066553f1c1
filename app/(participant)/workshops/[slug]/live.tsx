'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { Operation } from '../../../_apollo/operation.ts'
import { send } from '../../../_apollo/transport.ts'
import { announce } from '../../../_ui/announce.ts'
import type { WorkshopPulseQuery, WorkshopPulseQueryVariables } from './frame.generated.ts'
import { takeOwnChange } from './own-change.ts'

type Props = {
  slug: string
  /** As the page was rendered. */
  pulse: string
  operation: Operation<WorkshopPulseQuery, WorkshopPulseQueryVariables>
  /** Said once, politely, when others have changed the page: "The issues have changed." */
  news: string
}

const EVERY_MS = 5_000

/** Keeps a page as it is on the server: asks for the workshop's pulse while the tab is seen, and renders anew when it has changed. */
export function Live({ slug, pulse, operation, news }: Props) {
  const router = useRouter()
  const shown = useRef(pulse)

  useEffect(() => {
    if (shown.current === pulse) return
    // The page was rendered anew before the next look: after something of the viewer's own.
    shown.current = pulse
    takeOwnChange()
  }, [pulse])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false

    async function look() {
      const now = await send(operation, { slug }).then(
        ({ workshop }) => workshop?.pulse,
        () => undefined, // the next look may have better luck; the page stays as it is
      )
      if (stopped) return
      if (now && now !== shown.current) {
        shown.current = now
        router.refresh()
        if (!takeOwnChange()) announce(news)
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
  }, [slug, operation, news, router])

  return null
}
