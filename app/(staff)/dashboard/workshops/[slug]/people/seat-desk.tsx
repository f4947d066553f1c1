'use client'

import { plural } from '#domain/numbers.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { useChosen } from '../desk/use-chosen.ts'
import { MoveChosen } from './move-chosen.tsx'
import { SeatTable } from './seat-table.tsx'
import type { ListedSeat, SeatTable as Table } from './seats.ts'

type Props = { seats: readonly ListedSeat[]; tables: readonly Table[]; canAssignRoles: boolean }

/** Everybody with a seat. Several can be ticked, to be given a table together. */
export function SeatDesk({ seats, tables, canAssignRoles }: Props) {
  const { ids, toggle, choose, clear } = useChosen()
  const chosen = seats.filter(({ id }) => ids.has(id))
  return (
    <>
      <div className="mb-4 flex min-h-17 flex-wrap items-center gap-x-4 gap-y-2">
        {chosen.length === 0 ? (
          <p className="text-ink-soft">Tick people to give them a table together.</p>
        ) : (
          <>
            <p role="status" className="tally font-bold">
              {plural(chosen.length, 'person', 'people')} ticked
            </p>
            <MoveChosen chosen={chosen} tables={tables} done={clear} />
          </>
        )}
        {chosen.length < seats.length ? (
          <Button variant="quiet" onClick={() => choose(seats.map(({ id }) => id))}>
            Tick all {plural(seats.length, 'person', 'people')} shown
          </Button>
        ) : null}
        {chosen.length > 0 ? (
          <Button variant="quiet" onClick={clear}>
            Tick none
          </Button>
        ) : null}
      </div>
      <SeatTable seats={seats} tables={tables} canAssignRoles={canAssignRoles} ticked={ids} tick={toggle} />
    </>
  )
}
