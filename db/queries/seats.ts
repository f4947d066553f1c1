import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import type { WorkshopView } from '#db/queries/workshops.ts'
import { people } from '#db/schema/people.ts'
import { type SeatRow, seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'

/** A seat as resolvers get it: its row, the address behind it, and the workshop where it was loaded with it. */
export type SeatView = SeatRow & { email: string | null; hasAccount: boolean; workshop?: WorkshopView }

const view = {
  ...getTableColumns(seats),
  email: sql<string | null>`coalesce(${people.email}, ${seats.invitedEmail})`.as('email'),
  hasAccount: sql<boolean>`coalesce(${people.emailVerifiedAt} is not null
    or exists (select from identities i where i.person_id = ${people.id}), false)`.as('has_account'),
}

function selectSeats(db: Executor) {
  return db
    .select(view)
    .from(seats)
    .innerJoin(workshops, and(eq(workshops.id, seats.workshopId), isNull(workshops.deletedAt)))
    .leftJoin(people, eq(people.id, seats.personId))
    .$dynamic()
}

/** Finds a seat that is not removed, of a workshop that is not deleted. */
export async function findSeat(db: Executor, id: string): Promise<SeatView | null> {
  const [row] = await selectSeats(db).where(and(eq(seats.id, id), isNull(seats.removedAt)))
  return row ?? null
}

/** Seats by their ids, in no order. */
export async function listSeatsById(db: Executor, ids: readonly string[]): Promise<SeatView[]> {
  return selectSeats(db).where(and(inArray(seats.id, [...ids]), isNull(seats.removedAt)))
}
