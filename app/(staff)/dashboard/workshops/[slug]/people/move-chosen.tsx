'use client'

import { plural } from '#domain/numbers.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { MoveSeatsDocument } from './people.generated.ts'
import type { ListedSeat, SeatTable } from './seats.ts'

type Props = { chosen: readonly ListedSeat[]; tables: readonly SeatTable[]; done: () => void }

const NO_TABLE = 'none'

/** Gives everybody who is ticked the same table, in one step that one press takes back. */
export function MoveChosen({ chosen, tables, done }: Props) {
  const { act, pending, refused } = useAct(MoveSeatsDocument)

  async function move(to: string) {
    if (to === '') return
    const before = chosen.map(({ id, table }) => ({ seatId: id, tableId: table?.id ?? null }))
    const tableId = to === NO_TABLE ? null : to
    if (!(await act({ moves: before.map(({ seatId }) => ({ seatId, tableId })) }))) return
    const code = tables.find(({ id }) => id === tableId)?.code
    const people = plural(before.length, 'person now sits', 'people now sit')
    toast(code ? `${people} at table ${code}.` : `${people} at no table.`, {
      action: { label: 'Undo', run: () => void act({ moves: before }) },
    })
    done()
  }

  return (
    <SelectField
      id="move-chosen"
      label="Table for those ticked"
      labelHidden
      value=""
      disabled={pending}
      error={refused?.message}
      onChange={(event) => move(event.target.value)}
    >
      <option value="">{pending ? 'Moving' : 'Give them a table'}</option>
      {tables.map(({ id, code, name }) => (
        <option key={id} value={id}>
          {name && name !== code ? `${code}, ${name}` : code}
        </option>
      ))}
      <option value={NO_TABLE}>No table</option>
    </SelectField>
  )
}
