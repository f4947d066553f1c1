'use client'

import { useId, useState } from 'react'
import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../_ui/button.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { problemWith } from '../limit.ts'
import { useKeptText } from '../use-kept-text.ts'
import type { WallIdeaFragment } from './ideas.generated.ts'

type Words = { text: string; horizon: WallIdeaFragment['horizon']; statementId: string }
type Props = {
  idea: WallIdeaFragment
  hue: number | null
  statements: readonly { id: string; title: string }[]
  save: (words: Words) => Promise<string | null>
  leave: () => void
}

/** Where the words are kept while they are changed. */
export function editKey(ideaId: string): string {
  return `qlab.idea.${ideaId}`
}

/** The words of an idea and its place among statements and horizons, to be changed where it hangs. */
export function EditIdea({ idea, hue, statements, save, leave }: Props) {
  const id = useId()
  const [text, setText, forget] = useKeptText(editKey(idea.id), idea.text)
  const [horizon, setHorizon] = useState(idea.horizon)
  const [statementId, setStatementId] = useState(idea.statement.id)
  const [refused, setRefused] = useState<string | null>(null)

  async function submit() {
    const answer =
      problemWith(text, LIMITS.idea, 'Write the idea first.') ??
      (await save({ text: text.trim(), horizon, statementId }))
    setRefused(answer)
    if (answer === null) close()
  }

  function close() {
    forget()
    leave()
  }

  return (
    <PostIt as="div" hue={hue} codes={idea.tableCodes}>
      <form action={submit} className="space-y-3">
        <TextAreaField
          id={`${id}text`}
          label="Idea"
          value={text}
          error={refused}
          onChange={(event) => setText(event.target.value)}
          required
          autoFocus
        />
        <SelectField
          id={`${id}horizon`}
          label="When"
          value={horizon}
          onChange={(event) => setHorizon(HORIZONS.find((known) => known === event.target.value) ?? horizon)}
        >
          {HORIZONS.map((each) => (
            <option key={each} value={each}>
              {HORIZON_LABELS[each]}
            </option>
          ))}
        </SelectField>
        <SelectField
          id={`${id}statement`}
          label="Problem statement"
          value={statementId}
          onChange={(event) => setStatementId(event.target.value)}
        >
          {statements.map((statement) => (
            <option key={statement.id} value={statement.id}>
              {statement.title}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="Saving">Save the idea</SubmitButton>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </PostIt>
  )
}
