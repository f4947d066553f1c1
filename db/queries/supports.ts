import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { ideaSupports, ideas } from '#db/schema/ideas.ts'

/** Which ideas seats support. Support of an idea that was merged is support of the one it became part of. */
export async function listSupports(
  db: Executor,
  seatIds: readonly string[],
): Promise<{ seatId: string; ideaId: string; mergedIntoId: string | null }[]> {
  return db
    .select({
      seatId: ideaSupports.seatId,
      ideaId: ideas.id,
      mergedIntoId: sql<string | null>`case when ${ideas.hiddenAt} is null and ${ideas.withdrawnAt} is null
        then ${ideas.mergedIntoId} end`,
    })
    .from(ideaSupports)
    .innerJoin(ideas, eq(ideas.id, ideaSupports.ideaId))
    .where(inArray(ideaSupports.seatId, [...seatIds]))
}

/** Whether a seat supports an idea, or one of those that were merged into it and still stand. */
export async function isSupportedBy(db: Executor, ideaId: string, seatId: string): Promise<boolean> {
  const standing = sql`and m.withdrawn_at is null and m.hidden_at is null`
  return (await db.$count(ideaSupports, supportOf(ideaId, seatId, standing))) > 0
}

/** Supports an idea from a seat; a second time changes nothing. */
export async function insertSupport(tx: Executor, ideaId: string, seatId: string): Promise<void> {
  await tx.insert(ideaSupports).values({ ideaId, seatId }).onConflictDoNothing()
}

/** Ends a seat's support of an idea, and of those merged into it. */
export async function deleteSupport(tx: Executor, ideaId: string, seatId: string): Promise<void> {
  await tx.delete(ideaSupports).where(supportOf(ideaId, seatId, sql``))
}

function supportOf(ideaId: string, seatId: string, standing: SQL): SQL | undefined {
  const merged = sql`(m.merged_into_id = ${ideaId} ${standing})`
  const members = sql`(select m.id from ideas m where m.id = ${ideaId} or ${merged})`
  return and(eq(ideaSupports.seatId, seatId), sql`${ideaSupports.ideaId} in ${members}`)
}
