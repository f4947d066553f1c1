import { and, desc, eq, getTableColumns, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { type BriefRow, briefIdeas, briefStatements, briefs } from '#db/schema/briefs.ts'
import { people } from '#db/schema/people.ts'
import type { BriefStatus } from '#domain/briefs.ts'
import type { Granted } from '#domain/tokens.ts'

/** A brief with what the right to read it depends on, and the name of its owner. */
export type BriefView = BriefRow & {
  /** Workshops whose statements and ideas it joins, other than deleted ones. */
  workshopIds: string[]
  /** Of these, the published ones. */
  openIn: string[]
  contributorIds: string[]
  ownerPersonName: string | null
  commentCount: number
}

/** Ids of the workshops whose statements and ideas one of `briefs` joins, other than deleted ones, as an array. */
export const BRIEF_WORKSHOPS = `(
  select coalesce(array_agg(distinct w.id), '{}') from workshops w where w.deleted_at is null and w.id in (
    select s.workshop_id from brief_statements j join statements s on s.id = j.statement_id where j.brief_id = briefs.id
    union select i.workshop_id from brief_ideas j join ideas i on i.id = j.idea_id where j.brief_id = briefs.id))`

/** Of these, the published ones. */
export const BRIEF_OPEN_IN = BRIEF_WORKSHOPS.replace(
  'w.deleted_at is null',
  'w.deleted_at is null and w.published_at is not null',
)

const sources = sql.raw(BRIEF_WORKSHOPS)
const openIn = sql.raw(BRIEF_OPEN_IN)

const view = {
  ...getTableColumns(briefs),
  workshopIds: sql<string[]>`${sources}`.as('workshop_ids'),
  openIn: sql<string[]>`${openIn}`.as('open_in'),
  contributorIds: sql<string[]>`(select coalesce(array_agg(c.person_id), '{}')
    from brief_contributors c where c.brief_id = briefs.id)`.as('contributor_ids'),
  ownerPersonName: people.name,
  commentCount: sql<number>`(select count(*)::int from brief_comments c
    where c.brief_id = briefs.id and c.withdrawn_at is null and c.hidden_at is null)`.as('comment_count'),
}

function selectBriefs(db: Executor) {
  return db.select(view).from(briefs).leftJoin(people, eq(people.id, briefs.ownerId)).$dynamic()
}

/** Finds a brief. */
export async function findBrief(db: Executor, id: string): Promise<BriefView | null> {
  const [row] = await selectBriefs(db).where(eq(briefs.id, id))
  return row ?? null
}

/** Briefs by their ids, in no order. */
export async function listBriefsById(db: Executor, ids: readonly string[]): Promise<BriefView[]> {
  return selectBriefs(db).where(inArray(briefs.id, [...ids]))
}

/** Keeps other changes of the brief, and of all that is part of it, out until the transaction ends. */
export async function lockBrief(tx: Transaction, id: string): Promise<BriefView | null> {
  await tx.select({ id: briefs.id }).from(briefs).where(eq(briefs.id, id)).for('no key update')
  return findBrief(tx, id)
}

export type BriefsWanted = {
  status: BriefStatus | null
  /** A moment in ISO 8601. */
  updatedSince: string | null
  /** Every brief, or the published ones that this person or this partner may read. */
  readBy: 'STAFF' | { personId: string | null; granted: Granted | null }
}

/** A page of each project's briefs, the latest first, one row more than asked for. */
export async function listBriefsOfProjects(
  db: Executor,
  projectIds: readonly string[],
  wanted: BriefsWanted,
  { first, after }: { first: number; after: { id: string } | null },
): Promise<BriefView[]> {
  const ranked = db
    .select({
      id: briefs.id,
      place: sql<number>`row_number() over (partition by ${briefs.projectId} order by ${briefs.id} desc)`.as(
        'place',
      ),
    })
    .from(briefs)
    .where(and(matches(projectIds, wanted), after === null ? undefined : lt(briefs.id, after.id)))
    .as('ranked')
  return selectBriefs(db)
    .innerJoin(ranked, and(eq(ranked.id, briefs.id), sql`${ranked.place} <= ${first + 1}`))
    .orderBy(desc(briefs.id))
}

/** How many briefs of each project the same filter finds; projects without one are left out. */
export async function countBriefsOfProjects(
  db: Executor,
  projectIds: readonly string[],
  wanted: BriefsWanted,
): Promise<{ id: string; count: number }[]> {
  return db
    .select({ id: briefs.projectId, count: sql<number>`count(*)::int` })
    .from(briefs)
    .where(matches(projectIds, wanted))
    .groupBy(briefs.projectId)
}

function matches(
  projectIds: readonly string[],
  { status, updatedSince, readBy }: BriefsWanted,
): SQL | undefined {
  return and(
    inArray(briefs.projectId, [...projectIds]),
    status === null ? undefined : eq(briefs.status, status),
    updatedSince === null ? undefined : gte(briefs.updatedAt, new Date(updatedSince)),
    readBy === 'STAFF' ? undefined : isReadBy(readBy),
  )
}

// The same rule as readsBrief in domain/briefs.ts, for lists.
function isReadBy({ personId, granted }: Exclude<BriefsWanted['readBy'], 'STAFF'>): SQL {
  if (granted !== null) {
    const ids = granted === 'ALL' ? null : [...granted]
    return sql`${briefs.publishedAt} is not null and (case when ${granted === 'ALL'} then cardinality(${openIn}::uuid[]) > 0
      else ${openIn}::uuid[] && ${sql.param(ids)}::uuid[] end)`
  }
  if (personId === null) return sql`false`
  return sql`${briefs.publishedAt} is not null and (
    exists (select from brief_contributors c where c.brief_id = ${briefs.id} and c.person_id = ${personId})
    or exists (select from seats s where s.person_id = ${personId} and s.removed_at is null
      and s.workshop_id = any (${sources}::uuid[])))`
}

/** Briefs that join ideas, once for each, the latest first. */
export async function listBriefsOfIdeas(
  db: Executor,
  ideaIds: readonly string[],
): Promise<(BriefView & { ideaId: string })[]> {
  return db
    .select({ ...view, ideaId: briefIdeas.ideaId })
    .from(briefIdeas)
    .innerJoin(briefs, eq(briefs.id, briefIdeas.briefId))
    .leftJoin(people, eq(people.id, briefs.ownerId))
    .where(inArray(briefIdeas.ideaId, [...ideaIds]))
    .orderBy(desc(briefs.id))
}

/** Briefs that join statements, once for each, the latest first. */
export async function listBriefsOfStatements(
  db: Executor,
  statementIds: readonly string[],
): Promise<(BriefView & { statementId: string })[]> {
  return db
    .select({ ...view, statementId: briefStatements.statementId })
    .from(briefStatements)
    .innerJoin(briefs, eq(briefs.id, briefStatements.briefId))
    .leftJoin(people, eq(people.id, briefs.ownerId))
    .where(inArray(briefStatements.statementId, [...statementIds]))
    .orderBy(desc(briefs.id))
}

/** Writes a brief unless one with this id is there; returns whether it was written. */
export async function insertBrief(
  tx: Executor,
  brief: Pick<BriefRow, 'id' | 'projectId' | 'title' | 'requestDigest'>,
): Promise<boolean> {
  const written = await tx.insert(briefs).values(brief).onConflictDoNothing().returning({ id: briefs.id })
  return written.length > 0
}

/** Changes a brief's own columns, and when it was last changed. */
export async function updateBrief(tx: Executor, id: string, change: Partial<BriefRow>): Promise<void> {
  await tx
    .update(briefs)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(briefs.id, id))
}
