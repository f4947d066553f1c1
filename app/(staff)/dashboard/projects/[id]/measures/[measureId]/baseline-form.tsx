'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { readDay } from '#domain/dates.ts'
import { refuseBaselinePoints } from '#domain/measures.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { numberOf } from '../measure-form.ts'
import { DeclareBaselineDocument } from './measure.generated.ts'

const FIELDS = ['fromDay', 'reason', 'lockedPoints']

/** From a day on, the measure is judged by new lines. */
export function BaselineForm({ measureId }: { measureId: string }) {
  const form = useKeptForm(`baseline-${measureId}`, { fromDay: '', reason: '', lockedPoints: '' })
  const [id, renew] = useState(() => newId())
  const { act, pending, refused, errorAt } = useAct(DeclareBaselineDocument)

  async function declare(event: FormEvent) {
    event.preventDefault()
    const { fromDay, reason } = form.values
    const lockedPoints = form.values.lockedPoints.trim() === '' ? null : numberOf(form.values.lockedPoints)
    const day = readDay(fromDay, 'fromDay')
    const check = day.ok ? refuseBaselinePoints(lockedPoints, 'lockedPoints') : day.refusal
    const done = await act({ input: { id, measureId, fromDay, reason, lockedPoints } }, { check })
    if (!done) return
    renew(newId())
    form.clear()
    toast('The new baseline stands.')
  }

  return (
    <form onSubmit={declare} noValidate className="max-w-prose space-y-4 border-s-4 border-line ps-4">
      <p>
        Do this when the way of working has changed for good and you know why. The points before keep their
        own lines.
      </p>
      <RefusedNote refused={refused} form="baseline" fields={FIELDS} />
      <TextField
        id="baseline-fromDay"
        label="From which day"
        type="date"
        error={errorAt('fromDay')}
        {...form.field('fromDay')}
      />
      <TextAreaField
        id="baseline-reason"
        label="What has changed"
        error={errorAt('reason')}
        {...form.field('reason')}
      />
      <TextField
        id="baseline-lockedPoints"
        label="Lock it to its first points (optional)"
        hint="From 12 to 1,000."
        inputMode="numeric"
        error={errorAt('lockedPoints')}
        {...form.field('lockedPoints')}
      />
      <Button type="submit" pending={pending} pendingLabel="Declaring">
        Declare the baseline
      </Button>
    </form>
  )
}
