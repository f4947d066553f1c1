'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { dismissToast, type Toast, toastStore } from './toast.ts'

const NONE: readonly Toast[] = []

/** Where toasts appear: at the foot of the window, above the thumb. Mounted once in a layout whose pages use `toast`. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current, () => NONE)
  return (
    <section
      aria-label="What was just done"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center"
      data-no-print
    >
      {toasts.map(({ id, kind, message, action }) => (
        <div
          key={id}
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
      ))}
    </section>
  )
}
