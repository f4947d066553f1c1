'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../../../../../_ui/button.tsx'
import { TextField } from '../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { RemoveMeasurePointDocument, RestoreMeasurePointDocument } from './measure.generated.ts'
import { PointDialog } from './point-dialog.tsx'

type Props = { point: { id: string; day: string } }

/** Takes one point out of the chart, with a reason. It can be put back. */
export function RemovePoint({ point }: Props) {
  return (
    <PointDialog verb="Remove" day={point.day}>
      {(close) => <RemoveForm point={point} close={close} />}
    </PointDialog>
  )
}

function RemoveForm({ point, close }: Props & { close: () => void }) {
  const [reason, say] = useState('')
  const { act, pending, refused, errorAt } = useAct(RemoveMeasurePointDocument)
  const restore = useAct(RestoreMeasurePointDocument)

  async function remove(event: FormEvent) {
    event.preventDefault()
    const done = await act({ pointId: point.id, reason })
    if (!done) return
    close()
    toast('The point is removed.', {
      action: { label: 'Undo', run: () => void restore.act({ pointId: point.id }) },
    })
  }

  return (
    <form onSubmit={remove} noValidate className="space-y-4">
      <RefusedNote refused={refused} form="remove" fields={['reason']} />
      <TextField
        id="remove-reason"
        label="Why is it removed?"
        hint="The point is kept with the reason and your name, and can be put back."
        error={errorAt('reason')}
        value={reason}
        onChange={(event) => say(event.target.value)}
      />
      <Button type="submit" pending={pending} pendingLabel="Removing">
        Remove the point
      </Button>
    </form>
  )
}
