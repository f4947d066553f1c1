'use client'

import { useId, useState } from 'react'
import { CRITIQUE_KIND_LABELS, CRITIQUE_KINDS, type CritiqueKind } from '#domain/critiques.ts'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { SubmitButton } from '../../../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { problemWith } from '../../limit.ts'
import { useKeptText } from '../../use-kept-text.ts'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'
import { TimeLeft } from './time-left.tsx'

type Props = {
  critique: ThreadCritiqueFragment
  save: (text: string, kind: CritiqueKind | null) => Promise<string | null>
  onClose: () => void
}

/** Where the words are kept while they are changed. */
export function editKey(critiqueId: string): string {
  return `qlab.critique-edit.${critiqueId}`
}

/** One's own comment, to be changed while its quarter of an hour lasts. */
export function EditCritique({ critique, save, onClose }: Props) {
  const id = useId()
  const [text, setText, forget] = useKeptText(editKey(critique.id), critique.text ?? '')
  const [kind, setKind] = useState(critique.kind ?? null)
  const [refused, setRefused] = useState<string | null>(null)

  async function submit() {
    const answer =
      problemWith(text, LIMITS.critique, 'Write the comment first.') ?? (await save(text.trim(), kind))
    setRefused(answer)
    if (answer === null) close()
  }

  function close() {
    forget()
    onClose()
  }

  return (
    <form action={submit} className="mt-3 space-y-3">
      {kind ? (
        <SelectField
          id={`${id}kind`}
          label="Kind"
          value={kind}
          onChange={(event) => setKind(CRITIQUE_KINDS.find((known) => known === event.target.value) ?? kind)}
        >
          {CRITIQUE_KINDS.map((each) => (
            <option key={each} value={each}>
              {CRITIQUE_KIND_LABELS[each]}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextAreaField
        id={`${id}text`}
        label={critique.kind ? 'Your comment' : 'Your answer'}
        hint={<TimeLeft until={critique.editableUntil} />}
        error={refused}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoFocus
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">Save the change</SubmitButton>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
