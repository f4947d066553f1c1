import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Teal for what goes on, amber for what waits, green for what holds, plain for what is past or only described. */
export type TagTone = 'plain' | 'accent' | 'waits' | 'holds' | 'danger'

const TONES: Record<TagTone, string> = {
  plain: 'border-line-strong text-ink-soft',
  accent: 'border-accent bg-accent-soft text-accent',
  waits: 'border-amber bg-amber-soft text-amber',
  holds: 'border-green bg-green-soft text-green',
  danger: 'border-red bg-red-soft text-red',
}

/** A short state in words; the colour only repeats it. */
export function Tag({
  tone = 'plain',
  className,
  children,
}: {
  tone?: TagTone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={classNames(
        'inline-block rounded-card border px-2 text-small whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
