'use client'

import { type FormEvent, useState } from 'react'
import { readValue } from '#domain/measures.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { TextField } from '../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { numberOf } from '../measure-form.ts'
import { CorrectMeasurePointDocument } from './measure.generated.ts'
import { PointDialog } from './point-dialog.tsx'

type Props = { point: { id: string; day: string; value: number } }

/** Corrects one value, and keeps what it was. */
export function CorrectPoint({ point }: Props) {
  return (
    <PointDialog verb="Correct" day={point.day}>
      {(close) => <CorrectForm point={point} close={close} />}
    </PointDialog>
  )
}

function CorrectForm({ point, close }: Props & { close: () => void }) {
  const [typed, type] = useState(String(point.value))
  // Whoever was told that the value has changed since has seen the new one.
  const [begun] = useState(point.value)
  const [reason, say] = useState('')
  const { act, pending, refused, errorAt } = useAct(CorrectMeasurePointDocument)

  const told = refused?.code === 'STALE_STATE'

  async function correct(event: FormEvent) {
    event.preventDefault()
    const value = readValue(numberOf(typed))
    const input = {
      pointId: point.id,
      value: numberOf(typed),
      reason,
      basedOn: { value: told ? point.value : begun },
    }
    const done = await act({ input }, { check: value.ok ? null : value.refusal })
    if (!done) return
    close()
    toast('The point is corrected. What it was is kept.')
  }

  return (
    <form onSubmit={correct} noValidate className="space-y-4">
      <RefusedNote refused={refused} form="correct" fields={['value', 'reason']} />
      <TextField
        id="correct-value"
        label="Value"
        hint={told ? `It was changed to ${point.value} meanwhile.` : undefined}
        inputMode="decimal"
        autoComplete="off"
        error={errorAt('value')}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <TextField
        id="correct-reason"
        label="Why is it corrected?"
        hint="It is kept with your name and the value as it was."
        error={errorAt('reason')}
        value={reason}
        onChange={(event) => say(event.target.value)}
      />
      <Button type="submit" pending={pending} pendingLabel="Correcting">
        Correct the point
      </Button>
    </form>
  )
}
