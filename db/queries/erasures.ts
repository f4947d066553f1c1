import { asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { critiques } from '#db/schema/critiques.ts'
import { erasureRequests } from '#db/schema/erasure-requests.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues } from '#db/schema/issues.ts'
import { mails } from '#db/schema/mails.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'
import { signInLinks } from '#db/schema/sessions.ts'
import { workshopLog } from '#db/schema/workshop-log.ts'
import { REMOVED_NAME } from '#domain/erasure.ts'

/** A request with what an administrator needs to know before acting on it. */
export type ErasureRequestView = {
  id: string
  personId: string
  name: string | null
  email: string | null
  askedByThemselves: boolean
  reason: string | null
  /** Whether a round is open in which they may vote. */
  votesNow: boolean
  createdAt: Date
}

/** Asks for somebody to be erased; a second request changes nothing. */
export async function insertErasureRequest(
  db: Executor,
  request: { personId: string; askedById: string; reason: string | null },
): Promise<void> {
  await db.insert(erasureRequests).values(request).onConflictDoNothing()
}

/** One page of the requests, the oldest first, one row more than asked for. */
export async function listErasureRequests(
  db: Executor,
  page: { first: number; after: { id: string } | null },
): Promise<ErasureRequestView[]> {
  return db
    .select({
      id: erasureRequests.id,
      personId: erasureRequests.personId,
      name: people.name,
      email: people.email,
      askedByThemselves: sql<boolean>`${erasureRequests.askedById} is not distinct from ${erasureRequests.personId}`,
      reason: erasureRequests.reason,
      votesNow: sql<boolean>`exists (select from seats s join rounds r on r.workshop_id = s.workshop_id
        where s.person_id = ${erasureRequests.personId} and s.removed_at is null and s.role = 'PARTICIPANT' and r.state = 'OPEN')`,
      createdAt: erasureRequests.createdAt,
    })
    .from(erasureRequests)
    .innerJoin(people, eq(people.id, erasureRequests.personId))
    .where(page.after === null ? undefined : gt(erasureRequests.id, page.after.id))
    .orderBy(asc(erasureRequests.id))
    .limit(page.first + 1)
}

/** How many requests wait. */
export async function countErasureRequests(db: Executor): Promise<number> {
  return db.$count(erasureRequests)
}

/**
 * Erases a person: their account, sessions, addresses and name are gone, wherever a name was written down too. Their words
 * and dots stay, without anybody behind them. Returns whether there was such a person.
 */
export async function erasePerson(tx: Transaction, id: string): Promise<boolean> {
  const [person] = await tx
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, id))
    .for('update')
  if (person === undefined) return false
  const theirs = or(
    eq(seats.personId, id),
    person.email === null ? undefined : eq(seats.invitedEmail, person.email),
  )
  const seatIds = tx.select({ id: seats.id }).from(seats).where(theirs)
  await tx.update(issues).set({ mergedByName: REMOVED_NAME }).where(inArray(issues.mergedBySeatId, seatIds))
  await tx.update(ideas).set({ mergedByName: REMOVED_NAME }).where(inArray(ideas.mergedBySeatId, seatIds))
  await tx
    .update(critiques)
    .set({ resolvedByName: REMOVED_NAME })
    .where(inArray(critiques.resolvedBySeatId, seatIds))
  await tx.update(workshopLog).set({ actorName: REMOVED_NAME }).where(eq(workshopLog.personId, id))
  await tx
    .update(seats)
    .set({
      displayName: REMOVED_NAME,
      personId: null,
      invitedEmail: null,
      removedAt: sql`coalesce(${seats.removedAt}, now())`,
    })
    .where(theirs)
  if (person.email !== null) {
    await tx.delete(signInLinks).where(eq(signInLinks.email, person.email))
    await tx.delete(mails).where(eq(mails.recipient, person.email))
  }
  await tx.delete(people).where(eq(people.id, id))
  return true
}

/** Whether a seat belongs to a person, and to which; null where it is in another workshop, removed or nobody's. */
export async function findPersonInSeat(
  db: Executor,
  seatId: string,
): Promise<{ personId: string; workshopId: string } | null> {
  const [row] = await db
    .select({ personId: people.id, workshopId: seats.workshopId })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.personId))
    .where(eq(seats.id, seatId))
  return row ?? null
}
