'use client'

import { useState } from 'react'
import { LIMITS } from '#domain/text.ts'
import { SubmitButton } from '../../_ui/submit-button.tsx'
import { TextField } from '../../_ui/text-field.tsx'
import { useEarlyWords } from '../../_ui/use-early-words.ts'
import { problemWith } from '../workshops/[slug]/limit.ts'
import { useChange } from '../workshops/[slug]/use-change.ts'
import { RenameViewerDocument } from './account.generated.ts'

/** The name by which Lab staff know the viewer. Names in workshops are given anew in each. */
export function NameForm({ name }: { name: string }) {
  const change = useChange()
  const [typed, setTyped] = useState(name)
  const isEarly = useEarlyWords()
  const [refused, setRefused] = useState<string | null>(null)

  async function save() {
    setRefused(
      problemWith(typed, LIMITS.displayName, 'Enter your name.') ??
        (await change(RenameViewerDocument, { name: typed }, 'Your name is saved.')),
    )
  }

  return (
    <form action={save} noValidate className="space-y-3">
      <TextField
        id="account-name"
        label="Your name"
        hint="In a workshop you are known by the name that you joined it with."
        autoComplete="name"
        ref={(field) => {
          if (field && isEarly(field)) setTyped(field.value)
        }}
        value={typed}
        error={refused}
        onChange={(event) => setTyped(event.target.value)}
      />
      <SubmitButton needsScript variant="secondary" pendingLabel="Saving">
        Save your name
      </SubmitButton>
    </form>
  )
}
