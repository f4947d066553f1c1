'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Operation } from './operation.ts'
import { send } from './transport.ts'

/** What a look at a workshop answers: its pulse, and whatever else the page wants to know often. */
type Look = { workshop?: { pulse: string } | null }

type Live<TData> = {
  slug: string
  /** As the page was rendered. */
  pulse: string
  operation: Operation<TData, { slug: string }>
  everyMs: number
  /** The page was rendered anew before the next look: after something of the viewer's own. */
  onRendered?: () => void
  onLook?: (answer: TData) => void
  /** The workshop has changed, and the page is being rendered anew. */
  onChange?: () => void
}

/** Keeps a page as it is on the server: asks for the workshop's pulse while the tab is seen, and renders anew when it has changed. */
export function useLive<TData extends Look>(live: Live<TData>): void {
  const { slug, pulse, operation, everyMs } = live
  const router = useRouter()
  const shown = useRef(pulse)
  const rendered = useEffectEvent(() => live.onRendered?.())
  const looked = useEffectEvent((answer: TData) => {
    live.onLook?.(answer)
    const now = answer.workshop?.pulse
    if (!now || now === shown.current) return
    shown.current = now
    router.refresh()
    live.onChange?.()
  })

  useEffect(() => {
    if (shown.current === pulse) return
    shown.current = pulse
    rendered()
  }, [pulse])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false

    async function look() {
      // The next look may have better luck; until then the page stays as it is.
      const answer = await send(operation, { slug }).catch(() => null)
      if (stopped) return
      if (answer) looked(answer)
      wait(everyMs)
    }

    function wait(ms: number) {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(look, ms)
    }

    const onSeen = () => wait(0)
    // A page that was just loaded is as it is on the server.
    const onShown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) wait(0)
    }
    document.addEventListener('visibilitychange', onSeen)
    // Back brings a page as it was left; a window beside another may be looked at again without having been hidden.
    window.addEventListener('pageshow', onShown)
    window.addEventListener('focus', onSeen)
    wait(everyMs)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSeen)
      window.removeEventListener('pageshow', onShown)
      window.removeEventListener('focus', onSeen)
    }
  }, [slug, operation, everyMs])
}
