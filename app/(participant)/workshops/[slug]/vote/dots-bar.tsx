import type { ReactNode } from 'react'
import { dotsInWords } from '#domain/votes.ts'
import { Dots } from '../../../../_ui/dots.tsx'

type Props = { left: number; allowance: number; unsent: number; away: boolean; children: ReactNode }

/** The voter's dots, always in sight, with what the connection makes of them. */
export function DotsBar({ left, allowance, unsent, away, children }: Props) {
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-6 border-b border-line bg-paper px-4 py-3 md:-mx-8 md:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Dots left={left} allowance={allowance} />
          <span aria-hidden className="tally font-bold">
            {dotsInWords(left, allowance)}
          </span>
        </p>
        <div className="text-ink-soft">{children}</div>
      </div>
      {away && unsent > 0 ? (
        <p className="mt-1 text-amber">
          No connection. {unsent === 1 ? 'Your last tap is' : `Your last ${unsent} taps are`} kept on this
          device and sent when it is back.
        </p>
      ) : null}
    </div>
  )
}
