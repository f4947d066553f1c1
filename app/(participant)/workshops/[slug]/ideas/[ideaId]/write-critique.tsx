'use client'

import { useId, useState } from 'react'
import {
  CRITIQUE_KIND_LABELS,
  CRITIQUE_KIND_QUESTIONS,
  CRITIQUE_KINDS,
  type CritiqueKind,
} from '#domain/critiques.ts'
import { type Pin, readPin, writePin } from '#domain/pins.ts'
import { LIMITS } from '#domain/text.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { Compose } from '../../compose.tsx'
import { useKeptText } from '../../use-kept-text.ts'
import type { Writing } from '../../writing.ts'
import type { CardLook } from './card-picture.tsx'
import { ChoosePin } from './choose-pin.tsx'
import { type AboutCritique, useCritiqueOutbox } from './critique-outbox.tsx'
import type { PinnedCritique } from './pinned-critiques.ts'

type Props = Writing & { ideaId: string; card: CardLook; pinned: readonly PinnedCritique[] }

/** A new comment on an idea, of one of four kinds, which may point at a spot of the card. */
export function WriteCritique({ ideaId, card, pinned, ended }: Props) {
  const id = useId()
  const outbox = useCritiqueOutbox()
  const [chosen, setChosen, , kindField] = useKeptText(`qlab.critique-kind.${ideaId}`, '')
  const [place, setPlace, forgetPlace] = useKeptText(`qlab.critique-pin.${ideaId}`, '')
  const [missing, setMissing] = useState(false)
  const [posted, setPosted] = useState(0)
  const pin = readPin(place)
  const kind = CRITIQUE_KINDS.find((known) => known === chosen)

  function about(): AboutCritique | null {
    setMissing(kind === undefined)
    if (kind === undefined) {
      document.getElementById(`${id}${CRITIQUE_KINDS[0]}`)?.focus()
      return null
    }
    return { kind, pin }
  }

  function choose(next: CritiqueKind) {
    setMissing(false)
    setChosen(next)
  }

  function pinTo(next: Pin | null) {
    setPlace(writePin(next))
    if (next === null) forgetPlace()
  }

  return (
    <Compose
      id={`${id}text`}
      ended={ended}
      label={kind ? CRITIQUE_KIND_QUESTIONS[kind] : 'Your comment'}
      limit={LIMITS.critique}
      whenEmpty="Write the comment first."
      submitLabel="Add the comment"
      storageKey={`qlab.critique.${ideaId}`}
      outbox={outbox}
      isHere={(sent) => sent.kind !== undefined}
      about={about}
      onPost={() => {
        pinTo(null)
        setPosted(posted + 1)
      }}
      onTakeBack={(sent) => {
        if (!sent.kind) return
        choose(sent.kind)
        pinTo(sent.pin)
      }}
    >
      <FieldGroup
        legend="What kind of comment is it?"
        error={missing ? 'Choose what kind of comment it is.' : null}
      >
        <div className="sm:grid sm:grid-cols-2 sm:gap-x-6">
          {CRITIQUE_KINDS.map((each) => (
            <CheckField
              key={each}
              id={`${id}${each}`}
              ref={kindField}
              autoComplete="off"
              type="radio"
              name={`${id}kind`}
              value={each}
              checked={kind === each}
              onChange={() => choose(each)}
              label={CRITIQUE_KIND_LABELS[each]}
              hint={CRITIQUE_KIND_QUESTIONS[each]}
            />
          ))}
        </div>
      </FieldGroup>
      {/* The next comment points nowhere yet. */}
      <ChoosePin key={posted} id={id} card={card} pinned={pinned} pin={pin} choose={pinTo} />
    </Compose>
  )
}
