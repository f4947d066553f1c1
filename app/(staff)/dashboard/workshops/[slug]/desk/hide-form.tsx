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
import type { Noun } from './words.ts'

type Props = {
  noun: Noun
  /** What is hidden, one or many. */
  words: readonly { id: string; text: string }[]
  /** What hiding does, in a sentence or two. */
  hint: string
  hide: (reason: string, check: Refusal | null) => Promise<unknown>
  show: () => Promise<unknown>
  pending: boolean
  refused: Refused | null
  done: () => void
}

/** Hides what people wrote, for one reason, which the authors read. */
export function HideForm({ noun, words, hint, hide, show, pending, refused, done }: Props) {
  const form = useKeptForm(`hide-${words.map(({ id }) => id).join()}`, { reason: '' })
  const one = words.length === 1
  const these = one ? `The ${noun.one} is` : `${words.length} ${noun.many} are`

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { reason } = form.values
    const rule = { field: 'reason', max: LIMITS.reason, multiline: true, label: 'the reason' }
    const reading = readText(reason, rule)
    if (!(await hide(reason, reading.ok ? null : reading.refusal))) return
    form.clear()
    toast(`${these} hidden from participants.`, { action: { label: 'Undo', run: () => void show() } })
    done()
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-6">
      <ul className="max-h-64 space-y-3 overflow-y-auto border-s-4 border-line ps-4">
        {words.map(({ id, text }) => (
          <li key={id} className="whitespace-pre-line wrap-anywhere">
            {text}
          </li>
        ))}
      </ul>
      <p>{hint}</p>
      <RefusedNote refused={refused} form="hide" fields={['reason']} />
      <TextAreaField
        id="hide-reason"
        label="Reason"
        hint={one ? 'Its author reads this.' : 'Their authors read this.'}
        error={refused?.field === 'reason' ? refused.message : null}
        className="min-h-20"
        {...form.field('reason')}
      />
      <Button type="submit" pending={pending} pendingLabel="Hiding">
        {one ? `Hide the ${noun.one}` : `Hide ${words.length} ${noun.many}`}
      </Button>
    </form>
  )
}
