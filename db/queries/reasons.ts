import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { seats } from '#db/schema/seats.ts'
import { type ReasonRow, reasons, statements } from '#db/schema/statements.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { NamesShown } from '#domain/critiques.ts'

/** A reason with the name of its author as the seat has it; whether it may be shown is for the rights to say. */
export type ReasonView = ReasonRow & {
  workshopId: string
  /** Whether its statement was taken back. */
  statementWithdrawn: boolean
  authorName: string | null
  namesShown: NamesShown
}

/** Reasons by their own ids or those of their statements: the one shown first, then the oldest; those taken back too. */
export async function listReasons(
  db: Executor,
  of: 'id' | 'statementId',
  ids: readonly string[],
): Promise<ReasonView[]> {
  return db
    .select({
      ...getTableColumns(reasons),
      workshopId: statements.workshopId,
      statementWithdrawn: sql<boolean>`${statements.withdrawnAt} is not null`.as('statement_withdrawn'),
      authorName: seats.displayName,
      namesShown: workshops.namesShown,
    })
    .from(reasons)
    .innerJoin(statements, eq(statements.id, reasons.statementId))
    .innerJoin(workshops, and(eq(workshops.id, statements.workshopId), isNull(workshops.deletedAt)))
    .leftJoin(seats, eq(seats.id, reasons.authorSeatId))
    .where(inArray(reasons[of], [...ids]))
    .orderBy(desc(reasons.shownFirst), asc(reasons.createdAt), asc(reasons.id))
}

/** Finds a reason of a workshop that is not deleted. */
export async function findReason(db: Executor, id: string): Promise<ReasonView | null> {
  const [row] = await listReasons(db, 'id', [id])
  return row ?? null
}

/** Keeps other changes of a reason out until the transaction ends. */
export async function lockReason(tx: Transaction, id: string): Promise<ReasonView | null> {
  await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.id, id)).for('update')
  return findReason(tx, id)
}

export type NewReason = Pick<ReasonRow, 'id' | 'statementId' | 'text' | 'authorSeatId' | 'requestDigest'>

/** Writes a reason unless one with this id is there already; returns whether it was written. */
export async function insertReason(tx: Executor, reason: NewReason): Promise<boolean> {
  const written = await tx.insert(reasons).values(reason).onConflictDoNothing().returning({ id: reasons.id })
  return written.length > 0
}

/** Changes a reason, and when it was last changed. */
export async function updateReason(tx: Executor, id: string, change: Partial<ReasonRow>): Promise<void> {
  await tx
    .update(reasons)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(reasons.id, id))
}

/** Shows none of a statement's reasons first. */
export async function clearShownFirst(tx: Executor, statementId: string): Promise<void> {
  await tx
    .update(reasons)
    .set({ shownFirst: false, updatedAt: sql`now()` })
    .where(and(eq(reasons.statementId, statementId), reasons.shownFirst))
}
