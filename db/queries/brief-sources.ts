import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { briefIdeas, briefStatements } from '#db/schema/briefs.ts'
import { workshops } from '#db/schema/workshops.ts'

/** Which statements briefs join, in the order in which they were joined. */
export async function listStatementsOfBriefs(db: Executor, briefIds: readonly string[]) {
  return db
    .select({ briefId: briefStatements.briefId, statementId: briefStatements.statementId })
    .from(briefStatements)
    .where(inArray(briefStatements.briefId, [...briefIds]))
    .orderBy(asc(briefStatements.createdAt), asc(briefStatements.statementId))
}

/** Which ideas briefs join, in the order in which they were joined. */
export async function listIdeasOfBriefs(db: Executor, briefIds: readonly string[]) {
  return db
    .select({ briefId: briefIdeas.briefId, ideaId: briefIdeas.ideaId })
    .from(briefIdeas)
    .where(inArray(briefIdeas.briefId, [...briefIds]))
    .orderBy(asc(briefIdeas.createdAt), asc(briefIdeas.ideaId))
}

/** Joins a statement; returns whether it was not joined before. */
export async function insertBriefStatement(
  tx: Executor,
  briefId: string,
  statementId: string,
): Promise<boolean> {
  const rows = await tx
    .insert(briefStatements)
    .values({ briefId, statementId })
    .onConflictDoNothing()
    .returning()
  return rows.length > 0
}

/** Joins an idea; returns whether it was not joined before. */
export async function insertBriefIdea(tx: Executor, briefId: string, ideaId: string): Promise<boolean> {
  const rows = await tx.insert(briefIdeas).values({ briefId, ideaId }).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Takes a statement out of a brief; returns whether it was joined. */
export async function deleteBriefStatement(
  tx: Executor,
  briefId: string,
  statementId: string,
): Promise<boolean> {
  const joined = and(eq(briefStatements.briefId, briefId), eq(briefStatements.statementId, statementId))
  return (await tx.delete(briefStatements).where(joined).returning()).length > 0
}

/** Takes an idea out of a brief; returns whether it was joined. */
export async function deleteBriefIdea(tx: Executor, briefId: string, ideaId: string): Promise<boolean> {
  const joined = and(eq(briefIdeas.briefId, briefId), eq(briefIdeas.ideaId, ideaId))
  return (await tx.delete(briefIdeas).where(joined).returning()).length > 0
}

/** Which of these workshops belong to a project and are not deleted. */
export async function listWorkshopsInProject(
  db: Executor,
  workshopIds: readonly string[],
  projectId: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: workshops.id })
    .from(workshops)
    .where(
      and(
        inArray(workshops.id, [...workshopIds]),
        eq(workshops.projectId, projectId),
        isNull(workshops.deletedAt),
      ),
    )
  return rows.map(({ id }) => id)
}
