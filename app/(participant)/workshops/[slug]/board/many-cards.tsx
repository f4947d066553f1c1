import { inFigures } from '#domain/numbers.ts'
import { Notice } from '../../../../_ui/notice.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { Frames } from './board-cards.ts'

type Props = { slug: string; frames: Frames; cards: number }

const OUTLINES = {
  horizons: { page: 'ideas', words: 'Read the ideas as a list, by statement and horizon' },
  areas: { page: 'issues', words: 'Read the issues as a list, by area' },
}

/** Offers the outline where there is more on the board than anybody takes in by looking. */
export function ManyCards({ slug, frames, cards }: Props) {
  const { page, words } = OUTLINES[frames]
  return (
    <Notice title={`There are ${inFigures(cards)} cards on this board.`} className="mb-4">
      <TextLink href={`/workshops/${slug}/${page}`} className="inline-flex min-h-11 items-center">
        {words}
      </TextLink>
    </Notice>
  )
}
