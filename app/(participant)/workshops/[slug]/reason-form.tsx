'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { SubmitButton } from '../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../_ui/text-area-field.tsx'
import { OvertakenWords } from './overtaken.tsx'
import { useBegun } from './use-begun.ts'
import { useKeptText } from './use-kept-text.ts'

type Props = {
  label: ReactNode
  hint?: string
  /** Where what is typed is kept until it is sent or given up. */
  storageKey: string
  /** The words to begin with. */
  initial?: string
  rows?: number
  submitLabel: ReactNode
  /** What the browser can already say against it. */
  check?: (text: string) => string | null
  /** Answers the sentence of a refusal, or null when it is done. */
  onSend: (text: string, begun: string) => Promise<string | null>
  onClose: () => void
}

/** One text to say why, or to say it better, in the place where the act was chosen. */
export function ReasonForm({ storageKey, initial = '', rows = 2, check, onSend, onClose, ...words }: Props) {
  const id = useId()
  const [text, setText, forget] = useKeptText(storageKey, initial)
  const begun = useBegun(storageKey, initial, text)
  const [refused, setRefused] = useState<string | null>(null)

  async function send() {
    const answer = check?.(text) ?? (await onSend(text.trim(), begun.words))
    setRefused(answer)
    if (answer === null) close()
    else document.getElementById(id)?.focus()
  }

  function close() {
    forget()
    begun.forget()
    onClose()
  }

  return (
    <form action={send} className="mt-3 space-y-3">
      <TextAreaField
        id={id}
        label={words.label}
        hint={words.hint}
        error={refused}
        value={text}
        onChange={(event) => {
          begun.note()
          setText(event.target.value)
        }}
        autoFocus
        rows={rows}
      />
      <OvertakenWords
        begun={begun}
        takeTheirs={(theirs) => {
          setText(theirs)
          begun.see()
        }}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">{words.submitLabel}</SubmitButton>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
