import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { partOf } from '#domain/pins.ts'
import { KIND_GLYPHS } from '../../board/kind-glyphs.ts'
import { type CardLook, CardPicture, pinPlace } from './card-picture.tsx'
import type { PinnedCritique } from './pinned-critiques.ts'

type Props = { card: CardLook; pinned: readonly PinnedCritique[] }

/** The card with the comments that point at a spot of it, each the way to its thread. */
export function CardPins({ card, pinned }: Props) {
  if (pinned.length === 0) return null
  return (
    <nav aria-label="Comments pinned to the card" className="mt-4 mb-5">
      <CardPicture card={card}>
        <ol>
          {pinned.map(({ id, number, kind, pin, author }) => (
            <li key={id}>
              <a id={`pin-${id}`} href={`#critique-${id}`} style={pinPlace(pin)} className="pin">
                <b aria-hidden>{KIND_GLYPHS[kind]}</b>
                <span aria-hidden>{number}</span>
                <span className="sr-only">
                  Pin {number}, {partOf(pin)}: {CRITIQUE_KIND_LABELS[kind].toLowerCase()} from {author}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </CardPicture>
      <p className="mt-2 text-ink-soft">Press a pin to read what it says.</p>
    </nav>
  )
}
