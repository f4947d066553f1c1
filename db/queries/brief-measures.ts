import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { briefMeasures } from '#db/schema/brief-measures.ts'
import { type MeasureRow, measures } from '#db/schema/measures.ts'

/** A measure of a brief, and the team whose own it is; null for one that is everybody's. */
export type BriefMeasure = MeasureRow & { briefId: string; teamId: string | null }

/** The measures of briefs, in the order in which they were joined. */
export async function listMeasuresOfBriefs(
  db: Executor,
  briefIds: readonly string[],
): Promise<BriefMeasure[]> {
  return db
    .select({
      ...getTableColumns(measures),
      briefId: briefMeasures.briefId,
      teamId: briefMeasures.teamId,
    })
    .from(briefMeasures)
    .innerJoin(measures, eq(measures.id, briefMeasures.measureId))
    .where(inArray(briefMeasures.briefId, [...briefIds]))
    .orderBy(asc(briefMeasures.createdAt), asc(briefMeasures.measureId))
}

/** Which briefs join measures, the latest brief first. */
export async function listBriefsOfMeasures(db: Executor, measureIds: readonly string[]) {
  return db
    .select({ measureId: briefMeasures.measureId, briefId: briefMeasures.briefId })
    .from(briefMeasures)
    .where(inArray(briefMeasures.measureId, [...measureIds]))
    .orderBy(desc(briefMeasures.briefId))
}

/** Joins a measure, or gives it to another team; returns whether it was not joined before. */
export async function saveBriefMeasure(
  tx: Executor,
  joined: { briefId: string; measureId: string; teamId: string | null },
): Promise<boolean> {
  const { briefId, measureId, teamId } = joined
  const written = await tx.insert(briefMeasures).values(joined).onConflictDoNothing().returning()
  if (written.length > 0) return true
  await tx
    .update(briefMeasures)
    .set({ teamId })
    .where(and(eq(briefMeasures.briefId, briefId), eq(briefMeasures.measureId, measureId)))
  return false
}

/** Takes a measure out of a brief; returns whether it was joined. */
export async function deleteBriefMeasure(tx: Executor, briefId: string, measureId: string): Promise<boolean> {
  const joined = and(eq(briefMeasures.briefId, briefId), eq(briefMeasures.measureId, measureId))
  return (await tx.delete(briefMeasures).where(joined).returning()).length > 0
}
