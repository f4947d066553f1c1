'use client'

import { useOptimistic } from 'react'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { MoveSeatsDocument } from './people.generated.ts'
import type { SeatTable } from './seats.ts'

type Props = { seatId: string; who: string; tableId: string | null; tables: readonly SeatTable[] }

/** Where somebody sits, changed on the spot and undone from the message. */
export function TableSelect({ seatId, who, tableId, tables }: Props) {
  const { act, refused } = useAct(MoveSeatsDocument)
  const [shown, show] = useOptimistic(tableId)

  async function move(to: string | null) {
    if (!(await act({ moves: [{ seatId, tableId: to }] }, { optimistic: () => show(to) }))) return
    const code = tables.find(({ id }) => id === to)?.code
    const undo = () => void act({ moves: [{ seatId, tableId }] }, { optimistic: () => show(tableId) })
    toast(code ? `${who} now sits at table ${code}.` : `${who} now sits at no table.`, {
      action: { label: 'Undo', run: undo },
    })
  }

  return (
    <SelectField
      id={`table-${seatId}`}
      label={`Table of ${who}`}
      labelHidden
      className="min-w-28 max-w-48 lg:max-w-40"
      value={shown ?? ''}
      error={refused?.message}
      onChange={(event) => move(event.target.value || null)}
    >
      <option value="">No table</option>
      {tables.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {name && name !== code ? `${code}, ${name}` : code}
        </option>
      ))}
    </SelectField>
  )
}
