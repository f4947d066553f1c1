'use client'

import { useId, useState } from 'react'
import {
  CRITIQUE_KIND_LABELS,
  CRITIQUE_KIND_QUESTIONS,
  CRITIQUE_KINDS,
  type CritiqueKind,
} from '#domain/critiques.ts'
import { LIMITS } from '#domain/text.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { Compose } from '../../compose.tsx'
import { useKeptText } from '../../use-kept-text.ts'
import { type AboutCritique, type Pin, useCritiqueOutbox } from './critique-outbox.tsx'

type Props = {
  ideaId: string
  /** A spot on the idea's card, where the comment is to be pinned. */
  pin?: Pin | null
}

/** A new comment on an idea, of one of four kinds. */
export function WriteCritique({ ideaId, pin = null }: Props) {
  const id = useId()
  const outbox = useCritiqueOutbox()
  const [chosen, setChosen] = useKeptText(`qlab.critique-kind.${ideaId}`, '')
  const [missing, setMissing] = useState(false)
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

  return (
    <Compose
      id={`${id}text`}
      label={kind ? CRITIQUE_KIND_QUESTIONS[kind] : 'Your comment'}
      limit={LIMITS.critique}
      whenEmpty="Write the comment first."
      submitLabel="Add the comment"
      storageKey={`qlab.critique.${ideaId}`}
      outbox={outbox}
      isHere={(sent) => sent.kind !== undefined}
      about={about}
      onTakeBack={(sent) => sent.kind && choose(sent.kind)}
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
      {pin ? <p>It will be pinned to the spot that you chose on the card.</p> : null}
    </Compose>
  )
}
