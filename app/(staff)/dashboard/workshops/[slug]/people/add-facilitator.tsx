'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { AddFacilitatorDocument } from './people.generated.ts'

type Person = { id: string; name: string | null; email: string | null; isViewer: boolean }
type Props = { workshopId: string; staff: readonly Person[] }

/** Gives a member of staff a facilitator's seat. */
export function AddFacilitator({ workshopId, staff }: Props) {
  const [personId, choose] = useState('')
  const { act, pending, refused } = useAct(AddFacilitatorDocument)

  async function add(event: FormEvent) {
    event.preventDefault()
    if (!personId) return
    const done = await act({ workshopId, personId })
    if (!done) return
    choose('')
    toast(`${done.seat.displayName} is a facilitator here.`)
  }

  return (
    <form onSubmit={add} className="mt-2 space-y-4">
      <p>Facilitators run the workshop. They belong to the staff.</p>
      <RefusedNote refused={refused} form="facilitator" />
      <SelectField
        id="facilitator-person"
        label="Member of staff"
        required
        value={personId}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Choose somebody</option>
        {staff.map(({ id, name, email, isViewer }) => (
          <option key={id} value={id}>
            {name ?? email}
            {isViewer ? ' (you)' : ''}
          </option>
        ))}
      </SelectField>
      <Button type="submit" variant="secondary" pending={pending} pendingLabel="Adding">
        Add as facilitator
      </Button>
    </form>
  )
}
