'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../../_ui/button.tsx'

type Props = { close: () => void; children: ReactNode }

/** The open card: beside the board on a desk, over everything on a phone. Escape closes it. */
export function OpenCard({ close, children }: Props) {
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => sheet.current?.focus({ preventScroll: true }), [])

  return (
    <section
      ref={sheet}
      tabIndex={-1}
      aria-label="Open card"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
      className="fixed inset-0 z-30 overflow-y-auto overscroll-contain border-line-strong bg-surface p-4 outline-none lg:relative lg:z-auto lg:h-[max(26rem,100dvh-14rem)] lg:w-104 lg:shrink-0 lg:rounded-card lg:border"
    >
      <div className="sticky -top-4 z-10 -mx-4 -mt-4 mb-3 flex justify-end border-b border-line bg-surface px-4 py-2">
        <Button variant="secondary" onClick={close}>
          <X aria-hidden className="size-5" />
          Close the card
        </Button>
      </div>
      {children}
    </section>
  )
}
