import type { ReactNode } from 'react'
import { dotsInWords } from '#domain/votes.ts'
import { Dots } from '../../../../_ui/dots.tsx'
import type { BallotState } from './ballot-state.ts'
import { WAITING_TAPS } from './use-ballot.ts'

type Props = {
  left: number
  allowance: number
  unsent: number
  waiting: BallotState['waiting']
  children: ReactNode
}

/** The voter's dots, always in sight, with what the connection makes of them. */
export function DotsBar({ left, allowance, unsent, waiting, children }: Props) {
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
      {waiting && unsent > 0 ? (
        <p className="mt-1 text-amber">
          {WAITING_TAPS[waiting](unsent === 1 ? 'Your last tap is' : `Your last ${unsent} taps are`)}
        </p>
      ) : null}
    </div>
  )
}
