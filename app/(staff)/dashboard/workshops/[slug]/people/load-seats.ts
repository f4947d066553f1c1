import 'server-only'
import { query } from '../../../../../_apollo/server.ts'
import { takeRows } from '../../../all-pages.ts'
import { PeoplePageDocument } from './people.generated.ts'
import { readSeatSearch, type SeatSearch, seatFilter } from './seat-search.ts'
import type { ListedSeat, PeopleWorkshop } from './seats.ts'

type Loaded = { workshop: PeopleWorkshop; seats: ListedSeat[]; total: number; chosen: SeatSearch }

/** The workshop with as many of the seats asked for as are to be shown; null where there is no workshop. */
export async function loadSeats(
  slug: string,
  read: (name: string) => string,
  shown: number,
): Promise<Loaded | null> {
  // A table is filtered by id, which is in the address; one of another workshop matches nobody.
  const chosen = readSeatSearch(read)
  const filter = seatFilter(chosen)
  let workshop: PeopleWorkshop | null = null
  const { rows, total } = await takeRows(shown, async (first, after) => {
    const page = await query(PeoplePageDocument, { slug, first, after, filter })
    workshop = page.workshop
    return page.workshop?.seats ?? NOTHING
  })
  return workshop === null ? null : { workshop, seats: rows, total, chosen }
}

const NOTHING = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } }
