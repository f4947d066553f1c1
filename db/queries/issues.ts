import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type IssueRow, issues, issueTables } from '#db/schema/issues.ts'
import type { AreaRow } from '#db/schema/projects.ts'
import { workshops } from '#db/schema/workshops.ts'

/** An issue with what its post-it shows, whether everybody may read its workshop, and its area where that was loaded along. */
export type IssueView = IssueRow & {
  tableCodes: string[]
  tableIds: string[]
  published: boolean
  area?: AreaRow
}

/** Tables of an issue and of those merged into it. */
const origins = (column: 'code' | 'id') => sql<string[]>`(
  select coalesce(array_agg(distinct t.${sql.raw(column)}::text order by t.${sql.raw(column)}::text), '{}')
  from issues m join issue_tables it on it.issue_id = m.id join tables t on t.id = it.table_id
  where m.id = issues.id or m.merged_into_id = issues.id)`

const { search: _, ...columns } = getTableColumns(issues)

const view = {
  ...columns,
  tableCodes: origins('code').as('table_codes'),
  tableIds: origins('id').as('table_ids'),
  published: sql<boolean>`${workshops.publishedAt} is not null`.as('published'),
}

function selectIssues(db: Executor) {
  return db
    .select(view)
    .from(issues)
    .innerJoin(workshops, and(eq(workshops.id, issues.workshopId), isNull(workshops.deletedAt)))
    .$dynamic()
}

/** Finds an issue of a workshop that is not deleted. */
export async function findIssue(db: Executor, id: string): Promise<IssueView | null> {
  const [row] = await selectIssues(db).where(eq(issues.id, id))
  return row ?? null
}

/** Issues by their ids, in no order. */
export async function listIssuesById(db: Executor, ids: readonly string[]): Promise<IssueView[]> {
  return selectIssues(db).where(inArray(issues.id, [...ids]))
}

/** Issues that were merged into any of these. */
export async function listIssuesMergedInto(db: Executor, ids: readonly string[]): Promise<IssueView[]> {
  return selectIssues(db)
    .where(inArray(issues.mergedIntoId, [...ids]))
    .orderBy(asc(issues.id))
}

/** Locks issues against changes by others until the transaction ends. Always in the order of their ids. */
export async function lockIssues(tx: Executor, ids: readonly string[]): Promise<IssueView[]> {
  await tx
    .select({ id: issues.id })
    .from(issues)
    .where(inArray(issues.id, [...ids]))
    .orderBy(asc(issues.id))
    .for('update')
  return listIssuesById(tx, ids)
}

export type NewIssue = Pick<
  IssueRow,
  'id' | 'workshopId' | 'areaId' | 'title' | 'authorSeatId' | 'requestDigest'
> & {
  tableId: string | null
}

/** Writes an issue unless one with this id is there already; returns whether it was written. */
export async function insertIssue(tx: Executor, { tableId, ...issue }: NewIssue): Promise<boolean> {
  const written = await tx.insert(issues).values(issue).onConflictDoNothing().returning({ id: issues.id })
  if (written.length === 0) return false
  if (tableId !== null) await tx.insert(issueTables).values({ issueId: issue.id, tableId })
  return true
}

/** Changes an issue, and when it was last changed. */
export async function updateIssue(tx: Executor, id: string, change: Partial<IssueRow>): Promise<void> {
  await updateIssues(tx, [id], change)
}

/** Changes issues in the same way, in one statement. */
export async function updateIssues(
  tx: Executor,
  ids: readonly string[],
  change: Partial<IssueRow>,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(issues)
    .set({ ...change, updatedAt: sql`now()` })
    .where(inArray(issues.id, [...ids]))
}

/** Merges issues into one: those that had been merged into them follow, with their own record kept. */
export async function mergeInto(
  tx: Executor,
  intoId: string,
  ids: readonly string[],
  by: { seatId: string | null; name: string },
): Promise<void> {
  await tx
    .update(issues)
    .set({ mergedIntoId: intoId, updatedAt: sql`now()` })
    .where(inArray(issues.mergedIntoId, [...ids]))
  await tx
    .update(issues)
    .set({
      mergedIntoId: intoId,
      mergedBySeatId: by.seatId,
      mergedByName: by.name,
      mergedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(inArray(issues.id, [...ids]))
}

/** Those of these issues that stand on the roll of a round that is open. */
export async function listOnOpenRoll(tx: Executor, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct o.issue_id as id from options o join rounds r on r.id = o.round_id
    where o.issue_id in ${[...ids]} and r.state = 'OPEN'`)
  return rows.map(({ id }) => id)
}

/** Whether issues stand on the roll of a round that is open, and whether people have voted on them in any round. */
export async function findVoteStanding(
  tx: Executor,
  ids: readonly string[],
): Promise<{ onOpenRoll: boolean; votedOn: boolean }> {
  const [standing] = await tx.execute<{ onOpenRoll: boolean; votedOn: boolean }>(sql`
    select coalesce(bool_or(r.state = 'OPEN'), false) as "onOpenRoll",
      coalesce(bool_or(r.state = 'CLOSED' or exists (select from ballots b where b.round_id = r.id)), false) as "votedOn"
    from options o join rounds r on r.id = o.round_id
    where o.issue_id in ${[...ids]} and r.state <> 'DRAFT'`)
  return standing ?? { onOpenRoll: false, votedOn: false }
}
