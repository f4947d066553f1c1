import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { ideas } from '#db/schema/ideas.ts'
import { priorities } from '#db/schema/priorities.ts'
import { options } from '#db/schema/rounds.ts'
import { seats } from '#db/schema/seats.ts'
import {
  type StatementRow,
  similarStatements,
  statementPriorities,
  statements,
  wordings,
} from '#db/schema/statements.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { NamesShown } from '#domain/critiques.ts'
import type { PriorityView } from './priorities.ts'

/** A statement, and whether everybody may read its workshop. */
export type StatementView = StatementRow & { published: boolean; namesShown: NamesShown; ideaCount: number }

/** A wording with the name of its author as the seat has it; whether it may be shown is for the rights to say. */
export type WordingView = {
  id: string
  statementId: string
  workshopId: string
  title: string
  authorName: string | null
  namesShown: NamesShown
  createdAt: Date
}

export type SimilarView = { statementId: string; statement: StatementView; note: string | null }

const { search: _, ...columns } = getTableColumns(statements)

const view = {
  ...columns,
  published: sql<boolean>`${workshops.publishedAt} is not null`.as('published'),
  namesShown: workshops.namesShown,
  ideaCount: sql<number>`(select count(*)::int from ideas i where i.statement_id = statements.id
    and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null)`.as('idea_count'),
}

function selectStatements(db: Executor) {
  return db
    .select(view)
    .from(statements)
    .innerJoin(workshops, and(eq(workshops.id, statements.workshopId), isNull(workshops.deletedAt)))
    .$dynamic()
}

/** Finds a statement of a workshop that is not deleted. */
export async function findStatement(db: Executor, id: string): Promise<StatementView | null> {
  const [row] = await selectStatements(db).where(eq(statements.id, id))
  return row ?? null
}

/** Statements by their own ids or those of their workshops, in their order; those taken back are among them. */
export async function listStatements(
  db: Executor,
  of: 'id' | 'workshopId',
  ids: readonly string[],
): Promise<StatementView[]> {
  return selectStatements(db)
    .where(inArray(statements[of], [...ids]))
    .orderBy(asc(statements.position), asc(statements.id))
}

/** Statements that reword any of these priorities, once for each, in their order. */
export async function listStatementsOfPriorities(
  db: Executor,
  priorityIds: readonly string[],
): Promise<(StatementView & { priorityId: string })[]> {
  return db
    .select({ ...view, priorityId: statementPriorities.priorityId })
    .from(statementPriorities)
    .innerJoin(statements, eq(statements.id, statementPriorities.statementId))
    .innerJoin(workshops, eq(workshops.id, statements.workshopId))
    .where(inArray(statementPriorities.priorityId, [...priorityIds]))
    .orderBy(asc(statements.position), asc(statements.id))
}

/** The priorities that statements reword, once for each, the highest first. */
export async function listPrioritiesOfStatements(
  db: Executor,
  statementIds: readonly string[],
): Promise<(PriorityView & { statementId: string })[]> {
  const { id, workshopId, roundId, position } = priorities
  return db
    .select({
      id,
      workshopId,
      roundId,
      position,
      option: options,
      statementId: statementPriorities.statementId,
    })
    .from(statementPriorities)
    .innerJoin(priorities, eq(priorities.id, statementPriorities.priorityId))
    .innerJoin(options, eq(options.id, priorities.optionId))
    .where(inArray(statementPriorities.statementId, [...statementIds]))
    .orderBy(asc(priorities.position), asc(priorities.id))
}

/** Every wording of statements, the latest first. */
export async function listWordings(db: Executor, statementIds: readonly string[]): Promise<WordingView[]> {
  const { id, statementId, title, createdAt } = wordings
  return db
    .select({
      id,
      statementId,
      title,
      createdAt,
      workshopId: statements.workshopId,
      authorName: seats.displayName,
      namesShown: workshops.namesShown,
    })
    .from(wordings)
    .innerJoin(statements, eq(statements.id, statementId))
    .innerJoin(workshops, eq(workshops.id, statements.workshopId))
    .leftJoin(seats, eq(seats.id, wordings.authorSeatId))
    .where(inArray(statementId, [...statementIds]))
    .orderBy(desc(createdAt), desc(id))
}

/** Statements that were marked similar to any of these, once for each, in their order. */
export async function listSimilar(db: Executor, statementIds: readonly string[]): Promise<SimilarView[]> {
  const ids = [...statementIds]
  const pairs = await db
    .select({
      one: similarStatements.statementId,
      other: similarStatements.similarId,
      note: similarStatements.note,
    })
    .from(similarStatements)
    .where(or(inArray(similarStatements.statementId, ids), inArray(similarStatements.similarId, ids)))
  if (pairs.length === 0) return []
  const found = await listStatements(db, 'id', [...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
  return found.flatMap((statement) =>
    pairs
      .filter(({ one, other }) => one === statement.id || other === statement.id)
      .map(({ one, other, note }) => ({ statementId: one === statement.id ? other : one, statement, note })),
  )
}

/** Locks statements against changes by others until the transaction ends. Always in the order of their ids. */
export async function lockStatements(tx: Transaction, ids: readonly string[]): Promise<StatementView[]> {
  await tx
    .select({ id: statements.id })
    .from(statements)
    .where(inArray(statements.id, [...ids]))
    .orderBy(asc(statements.id))
    .for('update')
  return listStatements(tx, 'id', ids)
}

/** Keeps a statement from being withdrawn until the transaction ends; others may read it so at once. */
export async function holdStatement(tx: Transaction, id: string): Promise<StatementView | null> {
  await tx.select({ id: statements.id }).from(statements).where(eq(statements.id, id)).for('share')
  return findStatement(tx, id)
}

/** A workshop's statements that stand, in their order, kept from being withdrawn until the transaction ends. */
export async function holdStatementsOf(tx: Transaction, workshopId: string): Promise<StatementView[]> {
  await tx
    .select({ id: statements.id })
    .from(statements)
    .where(eq(statements.workshopId, workshopId))
    .orderBy(asc(statements.id))
    .for('share')
  const found = await listStatements(tx, 'workshopId', [workshopId])
  return found.filter(({ withdrawnAt }) => withdrawnAt === null)
}

/** How many ideas were written for a statement and not taken back, hidden and merged ones included. */
export async function countIdeasFor(tx: Executor, id: string): Promise<number> {
  return tx.$count(ideas, and(eq(ideas.statementId, id), isNull(ideas.withdrawnAt)))
}

/** Whether all of these are priorities of a workshop. */
export async function arePrioritiesOf(
  tx: Executor,
  workshopId: string,
  ids: readonly string[],
): Promise<boolean> {
  const found = and(eq(priorities.workshopId, workshopId), inArray(priorities.id, [...ids]))
  return (await tx.$count(priorities, found)) === ids.length
}

export type NewStatement = Pick<
  StatementRow,
  'id' | 'workshopId' | 'title' | 'authorSeatId' | 'requestDigest'
> & { priorityIds: readonly string[] }

/** Writes a statement and its first wording, last of its workshop; returns whether this id was free. */
export async function insertStatement(
  tx: Transaction,
  { priorityIds, ...statement }: NewStatement,
): Promise<boolean> {
  const { id, workshopId, title, authorSeatId } = statement
  const position = sql<number>`(select coalesce(max(s.position), -1) + 1 from statements s where s.workshop_id = ${workshopId})`
  const written = await tx
    .insert(statements)
    .values({ ...statement, position })
    .onConflictDoNothing()
    .returning({ id: statements.id })
  if (written.length === 0) return false
  await tx.insert(wordings).values({ statementId: id, title, authorSeatId })
  await tx
    .insert(statementPriorities)
    .values(priorityIds.map((priorityId) => ({ statementId: id, priorityId })))
  return true
}

/** Changes a statement, and when it was last changed. */
export async function updateStatement(
  tx: Executor,
  id: string,
  change: Partial<StatementRow>,
): Promise<void> {
  await tx
    .update(statements)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(statements.id, id))
}

/** Words a statement anew; the earlier wordings stay. */
export async function insertWording(
  tx: Transaction,
  wording: { statementId: string; title: string; authorSeatId: string | null },
): Promise<void> {
  await tx.insert(wordings).values(wording)
  await updateStatement(tx, wording.statementId, { title: wording.title })
}

/** Says which priorities a statement rewords. */
export async function replacePriorities(
  tx: Transaction,
  statementId: string,
  priorityIds: readonly string[],
): Promise<void> {
  await tx.delete(statementPriorities).where(eq(statementPriorities.statementId, statementId))
  await tx.insert(statementPriorities).values(priorityIds.map((priorityId) => ({ statementId, priorityId })))
  await updateStatement(tx, statementId, {})
}

/** Marks two statements similar, with a note; marked already, the note changes. The smaller id stands first. */
export async function markSimilar(
  tx: Transaction,
  ids: [string, string],
  note: string | null,
): Promise<void> {
  const [statementId = '', similarId = ''] = [...ids].sort()
  await tx
    .insert(similarStatements)
    .values({ statementId, similarId, note })
    .onConflictDoUpdate({
      target: [similarStatements.statementId, similarStatements.similarId],
      set: { note },
    })
  for (const id of [statementId, similarId]) await updateStatement(tx, id, {})
}

/** Takes the mark away. */
export async function unmarkSimilar(tx: Transaction, ids: [string, string]): Promise<void> {
  const [statementId = '', similarId = ''] = [...ids].sort()
  const pair = and(eq(similarStatements.statementId, statementId), eq(similarStatements.similarId, similarId))
  await tx.delete(similarStatements).where(pair)
  for (const id of [statementId, similarId]) await updateStatement(tx, id, {})
}
