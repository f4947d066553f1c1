import { and, asc, eq, getTableColumns, isNotNull, or, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { type PersonRow, people } from '#db/schema/people.ts'
import type { WallView } from '#domain/critiques.ts'
import type { PlatformRole } from '#domain/people.ts'
import { beyond, type MomentPlace, momentOf, type Placed } from './places.ts'

/** Finds a person. */
export async function findPerson(db: Executor, id: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row ?? null
}

/** Somebody who came into a room without an account. */
export async function insertGuest(tx: Executor, id: string, name: string): Promise<void> {
  await tx.insert(people).values({ id, name })
}

/** Changes the name by which somebody is known to staff. */
export async function renamePerson(db: Executor, id: string, name: string): Promise<void> {
  await db.update(people).set({ name }).where(eq(people.id, id))
}

/** How somebody last chose to read ideas; null until they choose. */
export async function findWallView(db: Executor, id: string): Promise<WallView | null> {
  const [row] = await db.select({ wallView: people.wallView }).from(people).where(eq(people.id, id))
  return row?.wallView ?? null
}

/** Remembers how somebody reads ideas. */
export async function saveWallView(db: Executor, id: string, wallView: WallView): Promise<void> {
  await db.update(people).set({ wallView }).where(eq(people.id, id))
}

/** One page of the staff, the longest here first, one row more than asked for. */
export async function listStaff(
  db: Executor,
  page: { first: number; after: MomentPlace | null },
): Promise<Placed<PersonRow>[]> {
  const after = beyond([people.createdAt, people.id], 'LATER', page.after)
  return db
    .select({ ...getTableColumns(people), place: momentOf(people.createdAt) })
    .from(people)
    .where(and(isNotNull(people.platformRole), after))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(page.first + 1)
}

/** How many belong to the staff. */
export async function countStaff(db: Executor): Promise<number> {
  return db.$count(people, isNotNull(people.platformRole))
}

/**
 * Locks everybody who is an administrator, until the transaction ends, and returns those who have come in: an invitation
 * that nobody has taken up cannot manage anything. Two who take each other's role away at once wait for each other here.
 */
export async function lockAdministrators(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id, email: people.email, emailVerifiedAt: people.emailVerifiedAt })
    .from(people)
    .where(eq(people.platformRole, 'ADMIN'))
    .orderBy(asc(people.id))
    .for('update')
  return rows.flatMap(({ id, email, emailVerifiedAt }) => (email === null || emailVerifiedAt ? [id] : []))
}

/** Finds the account or the invitation that holds an address. */
export async function findPersonByEmail(db: Executor, email: string): Promise<PersonRow | null> {
  const [row] = await db.select().from(people).where(eq(people.email, email))
  return row ?? null
}

/** Gives the person with an address a platform role; until somebody proves the address theirs it is an invitation. */
export async function upsertStaff(
  tx: Executor,
  given: { email: string; name: string | null; platformRole: PlatformRole },
): Promise<PersonRow> {
  const [row] = await tx
    .insert(people)
    .values(given)
    .onConflictDoUpdate({
      target: people.email,
      set: { platformRole: given.platformRole, name: sql`coalesce(${people.name}, excluded.name)` },
    })
    .returning()
  if (row === undefined) throw new Error('An invitation to the staff was not written.')
  return row
}

/** Changes a platform role, or takes it away; null for guests and for people who are not there. */
export async function updatePlatformRole(
  tx: Executor,
  id: string,
  platformRole: PlatformRole | null,
): Promise<PersonRow | null> {
  // A guest has no address to come back with: making one staff would be undone by the next lost phone.
  const hasAccount = or(isNotNull(people.email), isNotNull(people.platformRole))
  const changes = platformRole === null ? isNotNull(people.platformRole) : hasAccount
  const [row] = await tx
    .update(people)
    .set({ platformRole })
    .where(and(eq(people.id, id), changes))
    .returning()
  return row ?? null
}
