'use client'

import type { FormEvent } from 'react'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { CurateHideIssueDocument, CurateShowIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Props = { issue: CuratedIssue; done: () => void }

/** Hides an issue, with the reason that its author reads. */
export function HideForm({ issue, done }: Props) {
  const form = useKeptForm(`hide-${issue.id}`, { reason: '' })
  const hiding = useAct(CurateHideIssueDocument)
  const showing = useAct(CurateShowIssueDocument)

  async function hide(event: FormEvent) {
    event.preventDefault()
    const { reason } = form.values
    const rule = { field: 'reason', max: LIMITS.reason, multiline: true, label: 'the reason' }
    const reading = readText(reason, rule)
    if (!(await hiding.act({ issueId: issue.id, reason }, { check: reading.ok ? null : reading.refusal })))
      return
    form.clear()
    const undo = () => void showing.act({ issueId: issue.id })
    toast('The issue is hidden from participants.', { action: { label: 'Undo', run: undo } })
    done()
  }

  return (
    <form onSubmit={hide} noValidate className="space-y-6">
      <p className="border-s-4 border-line ps-4">{issue.title}</p>
      <p>
        Participants no longer see it, and a dot on it in an open round can be moved. You can show it again.
      </p>
      <RefusedNote refused={hiding.refused} form="hide" fields={['reason']} />
      <TextAreaField
        id="hide-reason"
        label="Reason"
        hint="Its author reads this."
        error={hiding.errorAt('reason')}
        className="min-h-20"
        {...form.field('reason')}
      />
      <Button type="submit" pending={hiding.pending} pendingLabel="Hiding">
        Hide the issue
      </Button>
    </form>
  )
}
