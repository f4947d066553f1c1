'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { arriveAt, dismissToast, holdToast, type Toast, toastStore } from './toast.ts'

const NONE: readonly Toast[] = []

/** Where toasts appear: at the foot of the window, above the thumb. Mounted once in a layout whose pages use `toast`. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current, () => NONE)
  const path = usePathname()
  useEffect(() => arriveAt(path), [path])
  return (
    <section
      aria-label="What was just done"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center"
      data-no-print
    >
      {toasts.map((shown) => {
        const { id, kind, message, action } = shown
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: pointing holds the message; everything in it can be reached.
          <div
            key={id}
            onPointerEnter={() => holdToast(shown, true)}
            onPointerLeave={() => holdToast(shown, false)}
            onFocus={() => holdToast(shown, true)}
            onBlur={() => holdToast(shown, false)}
            className="pointer-events-auto flex max-w-prose items-center gap-3 rounded-card border border-line-strong bg-surface p-2 ps-4 shadow-card"
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
      })}
    </section>
  )
}
