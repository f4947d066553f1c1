import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { briefContributors } from '#db/schema/briefs.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'

/** A contributor with the names they have; whether one may be shown is for the rights to say. */
export type BriefContributorView = {
  id: string
  briefId: string
  personName: string | null
  seatName: string | null
  /** The workshop of the seat from which they were asked. */
  workshopId: string | null
}

/** Who was asked to contribute to briefs, in the order in which they were asked. */
export async function listContributors(
  db: Executor,
  briefIds: readonly string[],
): Promise<BriefContributorView[]> {
  return db
    .select({
      id: briefContributors.id,
      briefId: briefContributors.briefId,
      personName: people.name,
      seatName: seats.displayName,
      workshopId: seats.workshopId,
    })
    .from(briefContributors)
    .innerJoin(people, eq(people.id, briefContributors.personId))
    .leftJoin(seats, eq(seats.id, briefContributors.seatId))
    .where(inArray(briefContributors.briefId, [...briefIds]))
    .orderBy(asc(briefContributors.id))
}

/** The person in a seat of one of a project's workshops; null where nobody sits there yet. */
export async function findSeatedPerson(
  db: Executor,
  seatId: string,
  projectId: string,
): Promise<{ personId: string | null; workshopId: string } | null> {
  const [row] = await db
    .select({ personId: seats.personId, workshopId: seats.workshopId })
    .from(seats)
    .innerJoin(workshops, eq(workshops.id, seats.workshopId))
    .where(
      and(
        eq(seats.id, seatId),
        isNull(seats.removedAt),
        eq(workshops.projectId, projectId),
        isNull(workshops.deletedAt),
      ),
    )
  return row ?? null
}

/** The person with an address: the one who is there, or an invitation that they take up by signing in. */
export async function findOrInvitePerson(tx: Executor, email: string): Promise<string> {
  await tx.insert(people).values({ email }).onConflictDoNothing()
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  if (row === undefined) throw new Error('An invitation was not written.')
  return row.id
}

/** Asks somebody to contribute; returns whether they had not been asked before. */
export async function insertContributor(
  tx: Executor,
  given: { briefId: string; personId: string; seatId: string | null },
): Promise<boolean> {
  const rows = await tx.insert(briefContributors).values(given).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Takes somebody off the contributors of a brief. */
export async function deleteContributor(tx: Executor, briefId: string, id: string): Promise<void> {
  await tx
    .delete(briefContributors)
    .where(and(eq(briefContributors.id, id), eq(briefContributors.briefId, briefId)))
}
