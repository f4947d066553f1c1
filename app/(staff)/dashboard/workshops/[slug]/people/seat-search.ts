import { SEAT_ROLES, type SeatRole } from '#domain/seats.ts'

/** What the address says about whom to show; each empty where it says nothing. */
export type SeatSearch = { search: string; role: SeatRole | ''; table: string; joined: 'yes' | 'no' | '' }

/** Reads whom to show from the parameters of an address; what it does not know it passes over. */
export function readSeatSearch(read: (name: string) => string): SeatSearch {
  const role = SEAT_ROLES.find((value) => value === read('role')) ?? ''
  const joined = read('joined')
  return {
    search: read('search'),
    role,
    table: read('table'),
    joined: joined === 'yes' || joined === 'no' ? joined : '',
  }
}

/** The same as the contract's filter. */
export function seatFilter({ search, role, table, joined }: SeatSearch) {
  return {
    search: search || null,
    role: role || null,
    tableId: table || null,
    joined: joined === '' ? null : joined === 'yes',
  }
}
