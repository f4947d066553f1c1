'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { formatDay, readDay } from '#domain/dates.ts'
import { readValue } from '#domain/measures.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { TextField } from '../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { numberOf } from '../measure-form.ts'
import { AddMeasurePointsDocument } from './measure.generated.ts'

/** One point: a day and a value. */
export function AddPoint({ measureId }: { measureId: string }) {
  const form = useKeptForm(`point-${measureId}`, { day: '', value: '' })
  const [id, renew] = useState(() => newId())
  const { act, pending, refused, errorAt } = useAct(AddMeasurePointsDocument)

  async function add(event: FormEvent) {
    event.preventDefault()
    const day = readDay(form.values.day, 'points.0.day')
    const value = readValue(numberOf(form.values.value), 'points.0.value')
    const faulty = [day, value].find((reading) => !reading.ok)
    const point = { id, day: form.values.day, value: numberOf(form.values.value) }
    const check = faulty && !faulty.ok ? faulty.refusal : null
    const done = await act({ input: { measureId, points: [point] } }, { check })
    // A refused point is typed anew, and then it is another one.
    renew(newId())
    if (!done) return
    form.clear()
    toast(`The point of ${formatDay(point.day)} is added.`)
  }

  return (
    <form onSubmit={add} noValidate className="mt-3 max-w-prose space-y-4">
      <RefusedNote refused={refused} form="point" fields={['points.0.day', 'points.0.value']} />
      <div className="flex flex-wrap gap-4">
        <TextField
          id="point-points.0.day"
          label="Day"
          type="date"
          error={errorAt('points.0.day')}
          {...form.field('day')}
        />
        <TextField
          id="point-points.0.value"
          label="Value"
          inputMode="decimal"
          autoComplete="off"
          error={errorAt('points.0.value')}
          {...form.field('value')}
        />
      </div>
      <Button type="submit" pending={pending} pendingLabel="Adding">
        Add the point
      </Button>
    </form>
  )
}
