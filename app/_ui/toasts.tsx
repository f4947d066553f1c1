'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { dismissToast, type Toast, toastStore, turnToastsPage } from './toast.ts'

const NONE: readonly Toast[] = []
const STAYS_MS = 6_000
const STAYS_WITH_UNDO_MS = 10_000

/** Where toasts appear: at the foot of the window, above the thumb. Mounted once in a layout whose pages use `toast`. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current, () => NONE)
  const page = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what leaves.
  useEffect(() => turnToastsPage, [page])

  return (
    <section
      aria-label="What was just done"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center"
      data-no-print
    >
      {toasts.map((toast) => (
        <ShownToast key={toast.id} {...toast} />
      ))}
    </section>
  )
}

/** Leaves after a while, but not under a pointer or with the focus inside: the time then begins anew. */
function ShownToast({ id, kind, message, action, onNextPage }: Toast) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const held = pointed || focused
  const staysMs = action ? STAYS_WITH_UNDO_MS : STAYS_MS
  // biome-ignore lint/correctness/useExhaustiveDependencies: on the next page the time begins anew.
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(id), staysMs)
    return () => clearTimeout(timer)
  }, [held, id, staysMs, onNextPage])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but to wait for whoever is reading.
    <div
      className="pointer-events-auto flex max-w-prose items-center gap-3 rounded-card border border-line-strong bg-surface p-2 ps-4 shadow-card"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {kind === 'error' ? (
        <CircleAlert aria-hidden className="size-6 shrink-0 text-red" />
      ) : (
        <CircleCheck aria-hidden className="size-6 shrink-0 text-green" />
      )}
      <p className="min-w-0 flex-1">{message}</p>
      {action ? (
        <Button
          variant="secondary"
          onClick={() => {
            dismissToast(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <Button variant="quiet" aria-label="Put this message away" onClick={() => dismissToast(id)}>
        <X aria-hidden className="size-5" />
      </Button>
    </div>
  )
}
