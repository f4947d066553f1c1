'use client'

import { memo } from 'react'
import { buttonStyle } from '../../../../_ui/button-style.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { type BoardCard, type BoardWorkshop, FRAMES, type Frames } from './board-cards.ts'
import type { BoardProps } from './board-island.tsx'
import { JumpTo } from './jump-to.tsx'
import type { Item } from './lay-out.ts'
import { TakeAlong } from './take-along.tsx'
import { TidyUp } from './tidy-up.tsx'

type Props = {
  workshop: BoardWorkshop
  frames: Frames
  items: readonly Item<BoardCard>[]
  tidying: BoardProps['tidying']
}

const FRAME_LABELS: Record<Frames, string> = { horizons: 'Ideas by horizon', areas: 'Issues by area' }

/**
 * What stands above the board: which one to see, the way to a card, and what can be done with all of it. It asks the
 * library for the cards when it needs them, for a card that is dragged changes them with every frame.
 */
export const BoardBar = memo(function BoardBar({ workshop, frames, items, tidying }: Props) {
  const home = `/workshops/${workshop.slug}/board`
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      <nav aria-label="What the board shows" className="flex flex-wrap gap-2">
        {FRAMES.map((shown) => (
          <TextLink
            key={shown}
            href={`${home}?frames=${shown}`}
            scroll={false}
            aria-current={shown === frames ? 'page' : undefined}
            className={buttonStyle(shown === frames ? 'primary' : 'secondary')}
          >
            {FRAME_LABELS[shown]}
          </TextLink>
        ))}
      </nav>
      <JumpTo />
      <div className="flex flex-wrap gap-2 lg:ms-auto">
        <TakeAlong title={workshop.title} name={`${workshop.slug}-${frames}`} items={items} />
        {workshop.viewerCan.run ? <TidyUp workshop={workshop} frames={frames} operation={tidying} /> : null}
      </div>
      <a
        href="#below-the-board"
        className="sr-only focus:not-sr-only focus:inline-flex focus:min-h-11 focus:items-center"
      >
        Skip the cards
      </a>
    </div>
  )
})
