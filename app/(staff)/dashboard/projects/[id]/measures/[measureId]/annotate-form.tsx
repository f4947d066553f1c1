'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { readDay } from '#domain/dates.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { TextField } from '../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { AnnotateMeasureDocument } from './measure.generated.ts'

/** Words for a day of the chart. */
export function AnnotateForm({ measureId }: { measureId: string }) {
  const form = useKeptForm(`annotate-${measureId}`, { day: '', text: '' })
  const [id, renew] = useState(() => newId())
  const { act, pending, refused, errorAt } = useAct(AnnotateMeasureDocument)

  async function annotate(event: FormEvent) {
    event.preventDefault()
    const day = readDay(form.values.day)
    const done = await act(
      { input: { id, measureId, ...form.values } },
      { check: day.ok ? null : day.refusal },
    )
    if (!done) return
    renew(newId())
    form.clear()
    toast('The note stands on the chart.')
  }

  return (
    <form onSubmit={annotate} noValidate className="max-w-prose space-y-4 border-s-4 border-line ps-4">
      <RefusedNote refused={refused} form="annotate" fields={['day', 'text']} />
      <TextField id="annotate-day" label="Day" type="date" error={errorAt('day')} {...form.field('day')} />
      <TextField id="annotate-text" label="What happened" error={errorAt('text')} {...form.field('text')} />
      <Button type="submit" pending={pending} pendingLabel="Writing">
        Put it on the chart
      </Button>
    </form>
  )
}
