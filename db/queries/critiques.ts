import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database, Executor } from '#db/client.ts'
import { type CritiqueRow, critiques } from '#db/schema/critiques.ts'
import { type IdeaRow, ideas } from '#db/schema/ideas.ts'
import { workshops } from '#db/schema/workshops.ts'
import { type CritiqueKind, EDIT_MINUTES, inThreads, type NamesShown } from '#domain/critiques.ts'

type MomentColumn =
  | 'createdAt'
  | 'updatedAt'
  | 'editedAt'
  | 'withdrawnAt'
  | 'hiddenAt'
  | 'nameHiddenAt'
  | 'resolvedAt'

/** A comment or an answer with what is shown of it. The name is as the seat has it; whether it may be shown is for the rights to say. */
export type CritiqueView = Omit<CritiqueRow, MomentColumn> & {
  createdAt: Date | string
  updatedAt: Date | string
  editedAt: Date | string | null
  withdrawnAt: Date | string | null
  hiddenAt: Date | string | null
  nameHiddenAt: Date | string | null
  resolvedAt: Date | string | null
  published: boolean
  namesShown: NamesShown
  authorName: string | null
  tableCode: string | null
  /** 0 for what begins a thread. */
  depth: number
  /** Whether its author may still change it, by the database's clock. */
  editable: boolean
  editableUntil: Date | string
  /** The idea on whose page its thread stands: its own, or the one into which that was merged. */
  shownOnId: string
  ideaAuthorSeatId: string | null
  /** Whether its own idea was withdrawn or hidden, and with it every comment. */
  ideaSetAside: boolean
  /** The same of the idea on whose page it stands. */
  shownOnSetAside: boolean
}

/** Columns of the comment `c`, from CRITIQUE_SOURCE, as a view has them. */
export const CRITIQUE_COLUMNS = `
  c.id, c.workshop_id as "workshopId", c.idea_id as "ideaId", c.parent_id as "parentId", c.kind, c.text,
  c.pin_x as "pinX", c.pin_y as "pinY", c.table_id as "tableId", c.author_seat_id as "authorSeatId",
  c.edited_at as "editedAt", c.withdrawn_at as "withdrawnAt", c.hidden_at as "hiddenAt",
  c.hidden_reason as "hiddenReason", c.name_hidden_at as "nameHiddenAt", c.resolved_at as "resolvedAt",
  c.resolved_by_seat_id as "resolvedBySeatId", c.resolved_by_name as "resolvedByName",
  c.resolved_note as "resolvedNote", c.request_digest as "requestDigest", c.created_at as "createdAt",
  c.updated_at as "updatedAt", w.published_at is not null as published, w.names_shown as "namesShown",
  s.display_name as "authorName", t.code as "tableCode", 0 as depth,
  c.created_at + interval '${EDIT_MINUTES} minutes' as "editableUntil",
  now() < c.created_at + interval '${EDIT_MINUTES} minutes' as editable,
  coalesce(i.merged_into_id, i.id) as "shownOnId", i.author_seat_id as "ideaAuthorSeatId",
  i.withdrawn_at is not null or i.hidden_at is not null as "ideaSetAside",
  m.withdrawn_at is not null or m.hidden_at is not null as "shownOnSetAside"`

/** Comments `c` with their ideas `i`, the ideas `m` on whose pages they stand, workshops `w`, seats `s` and tables `t`. */
export const CRITIQUE_SOURCE = `
  critiques c
  join ideas i on i.id = c.idea_id
  join ideas m on m.id = coalesce(i.merged_into_id, i.id)
  join workshops w on w.id = c.workshop_id and w.deleted_at is null
  left join seats s on s.id = c.author_seat_id
  left join tables t on t.id = c.table_id`

/** Comments on ideas and on those merged into them: whole threads, the oldest first, answers right below what they answer. */
export async function listCritiquesOf(
  { $client: client }: Database,
  ideaIds: readonly string[],
): Promise<CritiqueView[]> {
  const rows = await client<CritiqueView[]>`
    select ${client.unsafe(CRITIQUE_COLUMNS)} from ${client.unsafe(CRITIQUE_SOURCE)}
    where i.id = any(${[...ideaIds]}::uuid[]) or i.merged_into_id = any(${[...ideaIds]}::uuid[])
    order by c.created_at, c.id`
  return inThreads(rows)
}

/** The whole of the threads among which a comment stands, in reading order. Empty where it does not exist. */
export async function listCritiquesAround(
  { $client: client }: Database,
  id: string,
): Promise<CritiqueView[]> {
  const rows = await client<CritiqueView[]>`
    select ${client.unsafe(CRITIQUE_COLUMNS)} from ${client.unsafe(CRITIQUE_SOURCE)}
    where c.idea_id = (select x.idea_id from critiques x where x.id = ${id})
    order by c.created_at, c.id`
  return inThreads(rows)
}

/** Finds a comment of a workshop that is not deleted. */
export async function findCritique(db: Executor, id: string): Promise<CritiqueView | null> {
  const [row] = await listCritiquesById(db, [id])
  return row ?? null
}

// The last column of a name is the one that counts: this takes the place of the one in CRITIQUE_COLUMNS.
const DEPTH = `(
  with recursive up as (
    select c.parent_id as id, 1 as steps where c.parent_id is not null
    union all
    select x.parent_id, up.steps + 1 from up join critiques x on x.id = up.id where x.parent_id is not null)
  select coalesce(max(steps), 0) from up) as depth`

/** Comments by their ids, in no order. */
export async function listCritiquesById(db: Executor, ids: readonly string[]): Promise<CritiqueView[]> {
  if (ids.length === 0) return []
  return db.execute<CritiqueView>(sql`
    select ${sql.raw(CRITIQUE_COLUMNS)}, ${sql.raw(DEPTH)}
    from ${sql.raw(CRITIQUE_SOURCE)} where c.id in ${[...ids]}`)
}

/** Comments of a workshop that stand; of these, those of a kind or changed since a moment in ISO 8601. */
export type CritiquesWanted = {
  workshopId: string
  kind: CritiqueKind | null
  updatedSince: string | null
}

/** One page of them, the oldest first, one row more than asked for. */
export async function listCritiques(
  db: Executor,
  wanted: CritiquesWanted,
  { first, after }: { first: number; after: { id: string } | null },
): Promise<CritiqueView[]> {
  const beyond = after === null ? sql`` : sql`and c.id > ${after.id}::uuid`
  return db.execute<CritiqueView>(sql`
    select ${sql.raw(CRITIQUE_COLUMNS)}, ${sql.raw(DEPTH)}
    from ${sql.raw(CRITIQUE_SOURCE)} where ${stands(wanted)} ${beyond} order by c.id limit ${first + 1}`)
}

/** How many the same question finds. */
export async function countCritiques(db: Executor, wanted: CritiquesWanted): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from critiques c join ideas i on i.id = c.idea_id where ${stands(wanted)}`)
  return row?.n ?? 0
}

function stands({ workshopId, kind, updatedSince }: CritiquesWanted): SQL {
  return sql`c.workshop_id = ${workshopId} and c.withdrawn_at is null and c.hidden_at is null
    and i.withdrawn_at is null and i.hidden_at is null
    ${kind === null ? sql`` : sql`and c.kind = ${kind}`}
    ${updatedSince === null ? sql`` : sql`and c.updated_at >= ${updatedSince}::timestamptz`}`
}

/** The tables that ideas came from, those of ideas merged into them included. */
export async function listIdeaTables(
  db: Executor,
  ideaIds: readonly string[],
): Promise<{ ideaId: string; tableIds: string[] }[]> {
  return db.execute<{ ideaId: string; tableIds: string[] }>(sql`
    select coalesce(i.merged_into_id, i.id) as "ideaId", array_agg(distinct i.table_id) as "tableIds"
    from ideas i
    where coalesce(i.merged_into_id, i.id) in ${[...ideaIds]} and i.table_id is not null
    group by 1`)
}

/** What decides whether an idea may be commented on. */
export type IdeaStanding = Pick<
  IdeaRow,
  'id' | 'workshopId' | 'authorSeatId' | 'withdrawnAt' | 'hiddenAt' | 'mergedIntoId'
>

const STANDING = {
  id: ideas.id,
  workshopId: ideas.workshopId,
  authorSeatId: ideas.authorSeatId,
  withdrawnAt: ideas.withdrawnAt,
  hiddenAt: ideas.hiddenAt,
  mergedIntoId: ideas.mergedIntoId,
}

/** Finds how an idea of a workshop that is not deleted stands. */
export async function findIdeaStanding(db: Executor, id: string): Promise<IdeaStanding | null> {
  const [row] = await db
    .select(STANDING)
    .from(ideas)
    .innerJoin(workshops, and(eq(workshops.id, ideas.workshopId), isNull(workshops.deletedAt)))
    .where(eq(ideas.id, id))
  return row ?? null
}

/** Keeps ideas from being withdrawn, hidden or merged until the transaction ends; many may comment on them at once. */
export async function holdIdeas(tx: Executor, ids: readonly string[]): Promise<IdeaStanding[]> {
  return tx
    .select(STANDING)
    .from(ideas)
    .where(inArray(ideas.id, [...ids]))
    .orderBy(asc(ideas.id))
    .for('share')
}

/** Locks a comment against changes by others until the transaction ends. */
export async function lockCritique(tx: Executor, id: string): Promise<CritiqueView | null> {
  await tx.select({ id: critiques.id }).from(critiques).where(eq(critiques.id, id)).for('no key update')
  return findCritique(tx, id)
}

export type NewCritique = typeof critiques.$inferInsert & { id: string; requestDigest: Uint8Array }

/** Writes a comment or an answer unless one with this id is there already; returns whether it was written. */
export async function insertCritique(tx: Executor, critique: NewCritique): Promise<boolean> {
  const written = await tx
    .insert(critiques)
    .values(critique)
    .onConflictDoNothing()
    .returning({ id: critiques.id })
  return written.length > 0
}

/** Changes a comment, and when it was last changed; sets one of its moments to now by the database's clock. */
export async function updateCritique(
  tx: Executor,
  id: string,
  change: Partial<CritiqueRow>,
  now?: MomentColumn,
): Promise<void> {
  await tx
    .update(critiques)
    .set({ ...change, ...(now && { [now]: sql`now()` }), updatedAt: sql`now()` })
    .where(eq(critiques.id, id))
}
