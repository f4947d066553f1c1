'use client'

import { type SyntheticEvent, useRef, useState } from 'react'
import { CARD_PARTS, type Pin, partOf, pinAt } from '#domain/pins.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { KIND_GLYPHS } from '../../board/kind-glyphs.ts'
import { type CardLook, CardPicture, pinPlace } from './card-picture.tsx'
import type { PinnedCritique } from './pinned-critiques.ts'

type Props = {
  id: string
  card: CardLook
  /** Where others have pinned their comments. */
  pinned: readonly PinnedCritique[]
  pin: Pin | null
  choose: (pin: Pin | null) => void
}

/**
 * Points at a spot of the card: with a mouse or a thumb anywhere on its picture, with a keyboard at one of its nine
 * parts, which are one group of radio buttons over the picture.
 */
export function ChoosePin({ id, card, pinned, pin, choose }: Props) {
  const [pressed, setPressed] = useState(false)
  const parts = useRef<HTMLDivElement>(null)
  const open = pressed || pin !== null

  function toggle() {
    setPressed(!open)
    choose(null)
  }

  function point({ nativeEvent }: SyntheticEvent, midst: Pin) {
    const card = parts.current?.getBoundingClientRect()
    // The arrow keys press a radio button too, at no point of the screen.
    const byPointer = nativeEvent instanceof MouseEvent && nativeEvent.detail > 0
    const spot = byPointer && card ? pinAt({ x: nativeEvent.clientX, y: nativeEvent.clientY }, card) : null
    choose(spot ?? midst)
  }

  return (
    <div className="space-y-3">
      <Button variant="secondary" aria-expanded={open} onClick={toggle}>
        {open ? 'Leave the pin out' : 'Pin it to a spot on the card'}
      </Button>
      {open ? (
        <FieldGroup
          legend="Which spot is it about?"
          hint="Press the spot on the card, or use the arrow keys. You may leave it out."
        >
          <div className="mt-2">
            <CardPicture card={card}>
              {pinned.map((other) => (
                <span key={other.id} aria-hidden style={pinPlace(other.pin)} className="pin opacity-50">
                  <b>{KIND_GLYPHS[other.kind]}</b>
                  {other.number}
                </span>
              ))}
              <div ref={parts} className="absolute inset-0 grid grid-cols-3 grid-rows-3">
                {CARD_PARTS.map(({ name, midst }) => (
                  <input
                    key={name}
                    type="radio"
                    name={`${id}spot`}
                    aria-label={name}
                    checked={pin !== null && partOf(pin) === name}
                    onChange={(event) => point(event, midst)}
                    onClick={(event) => point(event, midst)}
                    className="m-0 cursor-crosshair appearance-none border border-dashed border-line-strong"
                  />
                ))}
              </div>
              {pin ? <span aria-hidden style={pinPlace(pin)} className="pin pin-here" /> : null}
            </CardPicture>
          </div>
          <p className="mt-2">
            {pin ? `The pin is at the ${partOf(pin)} of the card.` : 'No spot chosen yet.'}
          </p>
        </FieldGroup>
      ) : null}
    </div>
  )
}
