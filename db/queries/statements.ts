import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { priorities } from '#db/schema/priorities.ts'
import { options } from '#db/schema/rounds.ts'
import { seats } from '#db/schema/seats.ts'
import {
  type ReasonRow,
  reasons,
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

/** A reason with the name of its author as the seat has it; whether it may be shown is for the rights to say. */
export type ReasonView = ReasonRow & {
  workshopId: string
  /** Whether its statement was taken back. */
  statementWithdrawn: boolean
  authorName: string | null
  namesShown: NamesShown
}

export type SimilarView = { statementId: string; statement: StatementView; note: string | null }

const view = {
  ...getTableColumns(statements),
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
