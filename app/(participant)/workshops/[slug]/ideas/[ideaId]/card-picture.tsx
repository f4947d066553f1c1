import type { CSSProperties, ReactNode } from 'react'
import type { Pin } from '#domain/pins.ts'

/** What an idea's card looks like. */
export type CardLook = {
  text: string
  /** Whether the source breaks off before its end. */
  truncated: boolean
  hue: number | null
  codes: readonly string[]
}

/** An idea's card as it hangs on the board, as large as there, so that pins stand on the same words. For the eye only. */
export function CardPicture({ card, children }: { card: CardLook; children: ReactNode }) {
  const { text, truncated, hue, codes } = card
  return (
    <div data-hue={hue === null ? 'none' : hue % 8} className="postit relative h-48 w-60 shadow-card">
      <div aria-hidden className="flex h-full flex-col gap-1 p-3">
        <p className="line-clamp-5 min-h-0 wrap-anywhere whitespace-pre-line">{text}</p>
        {truncated ? <p className="text-small leading-tight italic">Text cut off in the source</p> : null}
        <p className="mt-auto truncate text-small font-bold">{codes.join(', ')}</p>
      </div>
      {children}
    </div>
  )
}

/** Where a pin stands on the picture. */
export function pinPlace({ x, y }: Pin): CSSProperties {
  return { left: `${x / 10}%`, top: `${y / 10}%` }
}
