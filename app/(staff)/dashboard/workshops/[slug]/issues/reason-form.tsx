'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { useKeptForm } from '../../../../use-kept-form.ts'
import type { CuratedIssue } from './curated.ts'
import type { Decide } from './use-decide.ts'

type Props = { issue: CuratedIssue; decide: Decide['one']; done: () => void }

/** Why a table left an issue behind. */
export function ReasonForm({ issue, decide, done }: Props) {
  const form = useKeptForm(`reason-${issue.id}`, { reason: issue.stateReason ?? '' })
  const [saving, setSaving] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    setSaving(true)
    const saved = await decide(issue, 'NOT_CHOSEN', form.values.reason.trim() || null)
    setSaving(false)
    if (saved) form.clear()
    done()
  }

  return (
    <form onSubmit={save} noValidate className="space-y-6">
      <p className="border-s-4 border-line ps-4">{issue.title}</p>
      <TextAreaField
        id="reason-reason"
        label="Reason"
        hint="Everybody in the workshop can read it."
        className="min-h-20"
        {...form.field('reason')}
      />
      <Button type="submit" pending={saving} pendingLabel="Saving">
        Save the reason
      </Button>
    </form>
  )
}
