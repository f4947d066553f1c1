import { SEAT_ROLE_LABELS } from '#domain/seats.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import { Tag } from '../../../../../_ui/tag.tsx'
import { RemoveSeat } from './remove-seat.tsx'
import { RequestErasure } from './request-erasure.tsx'
import { RoleSelect } from './role-select.tsx'
import type { ListedSeat, SeatTable as Table } from './seats.ts'
import { TableSelect } from './table-select.tsx'

type Props = {
  seats: readonly ListedSeat[]
  tables: readonly Table[]
  canAssignRoles: boolean
  ticked: ReadonlySet<string>
  tick: (seatId: string, on: boolean) => void
}

/** Everybody with a seat: who they are, where they sit and whether they have come. */
export function SeatTable({ seats, tables, canAssignRoles, ticked, tick }: Props) {
  const columns: Column<ListedSeat>[] = [
    {
      key: 'tick',
      header: 'Tick',
      headerHidden: true,
      bare: true,
      cell: ({ id, displayName }) => (
        <CheckField
          id={`tick-${id}`}
          label={`Tick ${displayName}`}
          labelHidden
          checked={ticked.has(id)}
          onChange={(event) => tick(id, event.target.checked)}
        />
      ),
    },
    {
      key: 'name',
      header: 'Name',
      cell: ({ displayName, isViewer }) => (
        <>
          <span className="font-bold">{displayName}</span>
          {isViewer ? <span className="text-ink-soft"> (you)</span> : null}
        </>
      ),
    },
    {
      key: 'role',
      header: 'Role',
      cell: ({ id, displayName, role }) =>
        canAssignRoles ? <RoleSelect seatId={id} who={displayName} role={role} /> : SEAT_ROLE_LABELS[role],
    },
    {
      key: 'table',
      header: 'Table',
      cell: ({ id, displayName, table }) => (
        <TableSelect seatId={id} who={displayName} tableId={table?.id ?? null} tables={tables} />
      ),
    },
    {
      key: 'email',
      header: 'E-mail address',
      cell: ({ email }) => (email ? <span className="wrap-anywhere">{email}</span> : 'None'),
    },
    {
      key: 'joined',
      header: 'Has come',
      cell: ({ joinedAt, invitedAt }) =>
        joinedAt ? (
          <>Joined {dayOf(joinedAt)}</>
        ) : (
          <Tag tone="waits">Invited{invitedAt ? ` ${dayOf(invitedAt)}` : ''}</Tag>
        ),
    },
    {
      key: 'remove',
      header: 'Remove',
      headerHidden: true,
      bare: true,
      cell: ({ id, displayName, joinedAt, isViewer }) => (
        <>
          <RemoveSeat seatId={id} who={displayName} />
          {joinedAt && !isViewer ? <RequestErasure seatId={id} who={displayName} /> : null}
        </>
      ),
    },
  ]
  return (
    <DataTable wide caption="People of the workshop" columns={columns} rows={seats} rowKey={({ id }) => id} />
  )
}
