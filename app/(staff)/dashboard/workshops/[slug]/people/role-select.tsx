'use client'

import { useOptimistic } from 'react'
import { SEAT_ROLE_LABELS, SEAT_ROLES, type SeatRole } from '#domain/seats.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { ChangeSeatRoleDocument } from './people.generated.ts'

type Props = { seatId: string; who: string; role: SeatRole }

/** What somebody is in this workshop, changed on the spot and undone from the message. */
export function RoleSelect({ seatId, who, role }: Props) {
  const { act, refused } = useAct(ChangeSeatRoleDocument)
  const [shown, show] = useOptimistic(role)

  async function change(to: SeatRole) {
    if (!(await act({ seatId, role: to }, { optimistic: () => show(to) }))) return
    const undo = () => void act({ seatId, role }, { optimistic: () => show(role) })
    toast(`${who} is now ${to === 'OBSERVER' ? 'an' : 'a'} ${SEAT_ROLE_LABELS[to].toLowerCase()}.`, {
      action: { label: 'Undo', run: undo },
    })
  }

  return (
    <SelectField
      id={`role-${seatId}`}
      label={`Role of ${who}`}
      labelHidden
      className="min-w-36 max-lg:max-w-48"
      value={shown}
      error={refused?.message}
      onChange={(event) => change(event.target.value as SeatRole)}
    >
      {SEAT_ROLES.map((value) => (
        <option key={value} value={value}>
          {SEAT_ROLE_LABELS[value]}
        </option>
      ))}
    </SelectField>
  )
}
