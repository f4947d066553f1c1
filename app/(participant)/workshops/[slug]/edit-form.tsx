'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { PostIt } from '../../../_ui/post-it.tsx'
import { SubmitButton } from '../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../_ui/text-area-field.tsx'
import { OvertakenWords } from './overtaken.tsx'
import { useBegun } from './use-begun.ts'
import { useKeptText } from './use-kept-text.ts'

type Props = {
  /** What the words are, as in "Save the issue". */
  noun: 'issue' | 'idea'
  hue: number | null
  codes: readonly string[]
  /** Where the words are kept while they are changed. */
  storageKey: string
  /** The words as they hang. */
  initial: string
  /** Answers the sentence of a refusal, or null when it is saved. `begun` is what the words were when the change was begun. */
  save: (text: string, begun: string) => Promise<string | null>
  leave: () => void
  /** What can be changed beside the words. */
  children: ReactNode
}

const LABELS = { issue: 'Issue', idea: 'Idea' }

/** The words of a post-it, to be changed where it hangs. */
export function EditForm({ noun, hue, codes, storageKey, initial, save, leave, children }: Props) {
  const id = useId()
  const [text, setText, forget] = useKeptText(storageKey, initial)
  const begun = useBegun(storageKey, initial, text)
  const [refused, setRefused] = useState<string | null>(null)

  async function submit() {
    const answer = await save(text, begun.words)
    setRefused(answer)
    if (answer === null) close()
  }

  function close() {
    forget()
    begun.forget()
    leave()
  }

  return (
    <PostIt as="div" hue={hue} codes={codes}>
      <form action={submit} className="space-y-3">
        <TextAreaField
          id={id}
          label={LABELS[noun]}
          value={text}
          error={refused}
          onChange={(event) => {
            begun.note()
            setText(event.target.value)
          }}
          required
          autoFocus
        />
        <OvertakenWords
          begun={begun}
          takeTheirs={(words) => {
            setText(words)
            begun.see()
          }}
        />
        {children}
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="Saving">Save the {noun}</SubmitButton>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </PostIt>
  )
}
