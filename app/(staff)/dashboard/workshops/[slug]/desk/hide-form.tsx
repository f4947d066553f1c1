'use client'

import type { FormEvent } from 'react'
import type { Refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import type { Refused } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'

type Props = {
  id: string
  /** What is hidden: "issue". */
  noun: string
  text: string
  /** What hiding does, in a sentence or two. */
  hint: string
  hide: (reason: string, check: Refusal | null) => Promise<unknown>
  show: () => Promise<unknown>
  pending: boolean
  refused: Refused | null
  done: () => void
}

/** Hides what somebody wrote, with the reason that its author reads. */
export function HideForm({ id, noun, text, hint, hide, show, pending, refused, done }: Props) {
  const form = useKeptForm(`hide-${id}`, { reason: '' })

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { reason } = form.values
    const rule = { field: 'reason', max: LIMITS.reason, multiline: true, label: 'the reason' }
    const reading = readText(reason, rule)
    if (!(await hide(reason, reading.ok ? null : reading.refusal))) return
    form.clear()
    toast(`The ${noun} is hidden from participants.`, { action: { label: 'Undo', run: () => void show() } })
    done()
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-6">
      <p className="border-s-4 border-line ps-4 whitespace-pre-line">{text}</p>
      <p>{hint}</p>
      <RefusedNote refused={refused} form="hide" fields={['reason']} />
      <TextAreaField
        id="hide-reason"
        label="Reason"
        hint="Its author reads this."
        error={refused?.field === 'reason' ? refused.message : null}
        className="min-h-20"
        {...form.field('reason')}
      />
      <Button type="submit" pending={pending} pendingLabel="Hiding">
        Hide the {noun}
      </Button>
    </form>
  )
}
