import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type BriefCommentRow, briefCommentReports, briefComments } from '#db/schema/brief-updates.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { NamesShown } from '#domain/critiques.ts'
import type { PlatformRole } from '#domain/people.ts'

/** A comment with the names that its author has; whether one may be shown is for the rights to say. */
export type BriefCommentView = BriefCommentRow & {
  /** The workshop in which its author sits; null for words that were not written from a seat. */
  workshopId: string | null
  namesShown: NamesShown | null
  seatName: string | null
  personName: string | null
  platformRole: PlatformRole | null
}

function selectComments(db: Executor) {
  return db
    .select({
      ...getTableColumns(briefComments),
      workshopId: workshops.id,
      namesShown: workshops.namesShown,
      seatName: seats.displayName,
      personName: people.name,
      platformRole: people.platformRole,
    })
    .from(briefComments)
    .leftJoin(people, eq(people.id, briefComments.authorId))
    .leftJoin(seats, eq(seats.id, briefComments.authorSeatId))
    .leftJoin(workshops, eq(workshops.id, seats.workshopId))
    .$dynamic()
}

/** Comments on briefs that stand, the oldest first. */
export async function listBriefComments(
  db: Executor,
  briefIds: readonly string[],
): Promise<BriefCommentView[]> {
  return selectComments(db)
    .where(and(inArray(briefComments.briefId, [...briefIds]), isNull(briefComments.withdrawnAt)))
    .orderBy(asc(briefComments.id))
}

/** Finds a comment on a brief, also one that was taken back. */
export async function findBriefComment(db: Executor, id: string): Promise<BriefCommentView | null> {
  const [row] = await selectComments(db).where(eq(briefComments.id, id))
  return row ?? null
}

/** Writes a comment unless one with this id is there; returns whether it was written. */
export async function insertBriefComment(
  tx: Executor,
  comment: typeof briefComments.$inferInsert,
): Promise<boolean> {
  const written = await tx
    .insert(briefComments)
    .values(comment)
    .onConflictDoNothing()
    .returning({ id: briefComments.id })
  return written.length > 0
}

/** Takes a comment back; done twice it changes nothing. */
export async function withdrawBriefComment(tx: Executor, id: string): Promise<void> {
  await tx
    .update(briefComments)
    .set({ withdrawnAt: sql`now()` })
    .where(and(eq(briefComments.id, id), isNull(briefComments.withdrawnAt)))
}

/** Hides a comment with a reason, or shows it again. */
export async function hideBriefComment(tx: Executor, id: string, reason: string | null): Promise<void> {
  await tx
    .update(briefComments)
    .set({ hiddenAt: reason === null ? null : sql`now()`, hiddenReason: reason })
    .where(eq(briefComments.id, id))
}

export type BriefCommentReport = typeof briefCommentReports.$inferSelect

/** Reports of comments, the oldest first. */
export async function listBriefCommentReports(
  db: Executor,
  commentIds: readonly string[],
): Promise<BriefCommentReport[]> {
  return db
    .select()
    .from(briefCommentReports)
    .where(inArray(briefCommentReports.commentId, [...commentIds]))
    .orderBy(asc(briefCommentReports.createdAt))
}

/** Writes a report, or puts another reason in its place. */
export async function saveBriefCommentReport(
  db: Executor,
  report: Pick<BriefCommentReport, 'commentId' | 'personId' | 'reason'>,
): Promise<void> {
  await db
    .insert(briefCommentReports)
    .values(report)
    .onConflictDoUpdate({
      target: [briefCommentReports.commentId, briefCommentReports.personId],
      set: { reason: report.reason },
    })
}
