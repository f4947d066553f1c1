import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { holdsTyped } from '#db/queries/folded.ts'
import type { DayPage } from '#db/queries/workshop-lists.ts'
import type { WorkshopView } from '#db/queries/workshops.ts'
import { people } from '#db/schema/people.ts'
import { type SeatRow, seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { SeatRole } from '#domain/seats.ts'
import { beyond, type MomentPlace, momentOf, type Placed } from './places.ts'

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

/** Finds a person's seat in a workshop. */
export async function findSeatOf(
  db: Executor,
  workshopId: string,
  personId: string,
): Promise<SeatView | null> {
  const [row] = await selectSeats(db).where(
    and(eq(seats.workshopId, workshopId), eq(seats.personId, personId), isNull(seats.removedAt)),
  )
  return row ?? null
}

/** Seats by their ids, in no order. */
export async function listSeatsById(db: Executor, ids: readonly string[]): Promise<SeatView[]> {
  return selectSeats(db).where(and(inArray(seats.id, [...ids]), isNull(seats.removedAt)))
}

export type SeatsWanted = {
  role?: SeatRole | null
  tableId?: string | null
  joined?: boolean | null
  search?: string | null
  /** Whether the search looks at addresses too: only for those who may see them. */
  searchAddresses: boolean
}

/** One page of a workshop's seats, the oldest first, one row more than asked for. */
export async function listSeats(
  db: Executor,
  workshopId: string,
  wanted: SeatsWanted,
  page: { first: number; after: MomentPlace | null },
): Promise<Placed<SeatView>[]> {
  const after = beyond([seats.createdAt, seats.id], 'LATER', page.after)
  return db
    .select({ ...view, place: momentOf(seats.createdAt) })
    .from(seats)
    .innerJoin(workshops, and(eq(workshops.id, seats.workshopId), isNull(workshops.deletedAt)))
    .leftJoin(people, eq(people.id, seats.personId))
    .where(and(matches(workshopId, wanted), after))
    .orderBy(asc(seats.createdAt), asc(seats.id))
    .limit(page.first + 1)
}

/** How many seats the same filter finds. */
export async function countSeats(db: Executor, workshopId: string, wanted: SeatsWanted): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(seats)
    .leftJoin(people, eq(people.id, seats.personId))
    .where(matches(workshopId, wanted))
  return row?.n ?? 0
}

function matches(
  workshopId: string,
  { role, tableId, joined, search, searchAddresses }: SeatsWanted,
): SQL | undefined {
  const address = sql`coalesce(${people.email}, ${seats.invitedEmail})`
  return and(
    eq(seats.workshopId, workshopId),
    isNull(seats.removedAt),
    role ? eq(seats.role, role) : undefined,
    tableId ? eq(seats.tableId, tableId) : undefined,
    joined === true ? isNotNull(seats.joinedAt) : undefined,
    joined === false ? isNull(seats.joinedAt) : undefined,
    search
      ? or(holdsTyped(seats.displayName, search), searchAddresses ? holdsTyped(address, search) : undefined)
      : undefined,
  )
}

/** One page of a person's own seats, that of the latest workshop first, each with its workshop. */
export async function listSeatsOf(
  db: Executor,
  personId: string,
  { first, after }: DayPage,
): Promise<(SeatView & { workshop: WorkshopView })[]> {
  const place = sql`(${workshops.startsOn}, ${seats.id})`
  const beyond = after === null ? undefined : sql`${place} < (${after.day}::date, ${after.id}::uuid)`
  const rows = await db
    .select({ seat: view, workshop: workshops })
    .from(seats)
    .innerJoin(workshops, and(eq(workshops.id, seats.workshopId), isNull(workshops.deletedAt)))
    .leftJoin(people, eq(people.id, seats.personId))
    .where(and(eq(seats.personId, personId), isNull(seats.removedAt), beyond))
    .orderBy(desc(workshops.startsOn), desc(seats.id))
    .limit(first + 1)
  return rows.map(({ seat, workshop }) => ({ ...seat, workshop }))
}

/** Addresses that hold a seat in a workshop, as invitations or behind an account. */
export async function listSeatAddresses(db: Executor, workshopId: string): Promise<string[]> {
  const rows = await db
    .select({ invited: seats.invitedEmail, own: people.email })
    .from(seats)
    .leftJoin(people, eq(people.id, seats.personId))
    .where(and(eq(seats.workshopId, workshopId), isNull(seats.removedAt)))
  return rows.flatMap(({ invited, own }) => [invited, own]).filter((address) => address !== null)
}

/** How many facilitators a workshop has. Ask it with the workshop locked, or the number is out of date at once. */
export async function countFacilitators(tx: Transaction, workshopId: string): Promise<number> {
  return tx.$count(
    seats,
    and(eq(seats.workshopId, workshopId), eq(seats.role, 'FACILITATOR'), isNull(seats.removedAt)),
  )
}

/** Gives a person a seat, or finds the one they have; two requests at once give one seat. */
export async function insertSeat(
  tx: Executor,
  seat: Pick<SeatRow, 'workshopId' | 'role' | 'displayName'> & { personId: string; joinedAt: Date | null },
): Promise<SeatView> {
  const { workshopId, personId, role, displayName, joinedAt } = seat
  const held = await findSeatOf(tx, workshopId, personId)
  if (held !== null) return held
  // Who was removed and comes back gets the seat they had: a second one would bring a second ballot.
  const back = await tx
    .update(seats)
    .set({ removedAt: null, role, displayName, tableId: null, joinedAt })
    .where(and(eq(seats.workshopId, workshopId), eq(seats.personId, personId), isNotNull(seats.removedAt)))
    .returning({ id: seats.id })
  if (back.length === 0) await tx.insert(seats).values(seat).onConflictDoNothing()
  const found = await findSeatOf(tx, workshopId, personId)
  if (found === null) throw new Error('A seat was neither given nor there.')
  return found
}

/** Changes a seat's own columns. */
export async function updateSeat(tx: Executor, id: string, change: Partial<SeatRow>): Promise<void> {
  await tx.update(seats).set(change).where(eq(seats.id, id))
}

/** Changes seats alike. */
export async function updateSeats(
  tx: Executor,
  ids: readonly string[],
  change: Partial<SeatRow>,
): Promise<void> {
  await tx
    .update(seats)
    .set(change)
    .where(inArray(seats.id, [...ids]))
}

/** Notes that somebody has come in for the first time. */
export async function markJoined(db: Executor, id: string): Promise<void> {
  await db
    .update(seats)
    .set({ joinedAt: sql`now()` })
    .where(and(eq(seats.id, id), isNull(seats.joinedAt)))
}

export type Invitation = { name: string | null; email: string; tableId: string | null }

/**
 * Writes invitations as seats, behind the account where the address is known to be one's. Addresses that have come to
 * hold a seat meanwhile are left out; the addresses written are returned.
 */
export async function insertInvitations(
  tx: Transaction,
  workshopId: string,
  invitations: readonly Invitation[],
): Promise<string[]> {
  if (invitations.length === 0) return []
  const emails = invitations.map(({ email }) => email)
  const accounts = await tx
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(inArray(people.email, emails), isNotNull(people.emailVerifiedAt)))
  const accountOf = new Map(accounts.map(({ id, email }) => [email, id]))
  const written = await tx
    .insert(seats)
    .values(
      invitations.map(({ name, email, tableId }) => ({
        workshopId,
        tableId,
        personId: accountOf.get(email) ?? null,
        displayName: name ?? email.slice(0, email.indexOf('@')),
        invitedEmail: email,
        invitedAt: sql`now()`,
      })),
    )
    .onConflictDoNothing()
    .returning({ email: seats.invitedEmail })
  return written.flatMap(({ email }) => email ?? [])
}
