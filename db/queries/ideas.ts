import {
  and,
  asc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { holdsTyped } from '#db/queries/folded.ts'
import { type IdeaRow, ideas } from '#db/schema/ideas.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { CritiqueKind, NamesShown } from '#domain/critiques.ts'
import type { Horizon, IdeaOrder, IdeaStatus } from '#domain/ideas.ts'
import type { CritiqueView } from './critiques.ts'
import type { StatementView } from './statements.ts'

/** An idea with what its card shows. Names are as the seats have them; whether they may be shown is for the rights to say. */
export type IdeaView = IdeaRow & {
  /** Whether everybody may read its workshop. */
  published: boolean
  namesShown: NamesShown
  /** The workshop's last day, from which horizons count. */
  lastDay: string
  /** Tables of the idea and of those merged into it. */
  tableCodes: string[]
  tableIds: string[]
  authorName: string | null
  supportCount: number
  critiqueCounts: { kind: CritiqueKind; count: number }[]
  critiqueCount: number
  readByOthers: boolean
  /** Loaded along where a query asked for them. */
  critiques?: CritiqueView[] | undefined
  statement?: StatementView | undefined
}

/** The idea itself, and what was merged into it and still stands. */
const MEMBERS = sql`(m.id = ideas.id or (m.merged_into_id = ideas.id and m.withdrawn_at is null and m.hidden_at is null))`

// Joined once for each idea, so that what orders and filters read is computed no second time.
const origins = sql`lateral (
  select coalesce(array_agg(distinct t.code order by t.code) filter (where t.id is not null), '{}') as codes,
    coalesce(array_agg(distinct t.id) filter (where t.id is not null), '{}') as ids,
    count(distinct p.seat_id)::int as supports
  from ideas m left join tables t on t.id = m.table_id left join idea_supports p on p.idea_id = m.id
  where ${MEMBERS}) o`

const said = sql`lateral (
  select coalesce(sum(k.n), 0)::int as n, coalesce(bool_or(k.others), false) as by_others,
    coalesce(json_agg(json_build_object('kind', k.kind, 'count', k.n) order by k.kind)
      filter (where k.kind is not null), '[]') as counts
  from (select c.kind, count(*)::int as n, bool_or(c.table_id <> all (o.ids)) as others
    from ideas m join critiques c on c.idea_id = m.id
    where ${MEMBERS} and c.withdrawn_at is null and c.hidden_at is null group by c.kind) k) s`

const { search: _, ...columns } = getTableColumns(ideas)

const view = {
  ...columns,
  published: sql<boolean>`${workshops.publishedAt} is not null`.as('published'),
  namesShown: workshops.namesShown,
  lastDay: workshops.endsOn,
  authorName: seats.displayName,
  tableCodes: sql<string[]>`o.codes`.as('table_codes'),
  tableIds: sql<string[]>`o.ids`.as('table_ids'),
  supportCount: sql<number>`o.supports`.as('support_count'),
  critiqueCount: sql<number>`s.n`.as('critique_count'),
  critiqueCounts: sql<IdeaView['critiqueCounts']>`s.counts`.as('critique_counts'),
  readByOthers: sql<boolean>`s.by_others`.as('read_by_others'),
}

function selectIdeas(db: Executor) {
  return db
    .select(view)
    .from(ideas)
    .innerJoin(workshops, and(eq(workshops.id, ideas.workshopId), isNull(workshops.deletedAt)))
    .leftJoin(seats, eq(seats.id, ideas.authorSeatId))
    .leftJoin(origins, sql`true`)
    .leftJoin(said, sql`true`)
    .$dynamic()
}

/** Finds an idea of a workshop that is not deleted. */
export async function findIdea(db: Executor, id: string): Promise<IdeaView | null> {
  const [row] = await selectIdeas(db).where(eq(ideas.id, id))
  return row ?? null
}

/** Ideas by their ids, in no order. */
export async function listIdeasById(db: Executor, ids: readonly string[]): Promise<IdeaView[]> {
  return selectIdeas(db).where(inArray(ideas.id, [...ids]))
}

/** Ideas that were merged into any of these. */
export async function listIdeasMergedInto(db: Executor, ids: readonly string[]): Promise<IdeaView[]> {
  return selectIdeas(db)
    .where(inArray(ideas.mergedIntoId, [...ids]))
    .orderBy(asc(ideas.id))
}

export type IdeasWanted = {
  statementId?: string | null
  horizon?: Horizon | null
  tableId?: string | null
  status: IdeaStatus
  readByOthers?: boolean | null
  search?: string | null
  /** A moment in ISO 8601. */
  updatedSince?: string | null
  /** Only what was written from this seat. */
  mineOnly: boolean
  /** Whether others' hidden and withdrawn ideas are among them, or the viewer's own alone. */
  curates: boolean
  mySeatId: string | null
}

export type IdeaPage = { first: number; after: { id: string; count?: number } | null }

/** By what an order goes before the id, and which way. */
type Counted = { count: SQL; down: boolean }
const ORDERS: Record<IdeaOrder, Counted | null> = {
  WRITTEN: null,
  SUPPORT: { count: sql`o.supports`, down: true },
  FEWEST_CRITIQUES: { count: sql`s.n`, down: false },
  MOST_CRITIQUES: { count: sql`s.n`, down: true },
}

/** One page of a workshop's ideas, one row more than asked for. */
export async function listIdeas(
  db: Executor,
  workshopId: string,
  wanted: IdeasWanted,
  order: IdeaOrder,
  { first, after }: IdeaPage,
): Promise<IdeaView[]> {
  const by = ORDERS[order]
  // Counted down as negative numbers, so that one comparison of pairs serves both ways.
  const place = by && sql`${by.down ? sql`-` : sql``}${by.count}`
  return selectIdeas(db)
    .where(and(matches(workshopId, wanted), after === null ? undefined : beyond(after, by)))
    .orderBy(...(place ? [asc(place)] : []), asc(ideas.id))
    .limit(first + 1)
}

function beyond({ id, count = 0 }: { id: string; count?: number }, by: Counted | null): SQL {
  if (by === null) return sql`${ideas.id} > ${id}::uuid`
  const minus = by.down ? sql`-` : sql``
  return sql`(${minus}${by.count}, ${ideas.id}) > (${by.down ? -count : count}::int, ${id}::uuid)`
}

/** How many ideas the same filter finds. */
export async function countIdeas(db: Executor, workshopId: string, wanted: IdeasWanted): Promise<number> {
  const where = matches(workshopId, wanted)
  // Only these two ask for what is joined.
  if (!wanted.tableId && wanted.readByOthers == null) return db.$count(ideas, where)
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(ideas)
    .leftJoin(origins, sql`true`)
    .leftJoin(said, sql`true`)
    .where(where)
  return row?.n ?? 0
}

const STANDING: Record<IdeaStatus, SQL | undefined> = {
  ON_THE_WALL: and(isNull(ideas.hiddenAt), isNull(ideas.withdrawnAt), isNull(ideas.mergedIntoId)),
  MERGED: and(isNull(ideas.hiddenAt), isNull(ideas.withdrawnAt), isNotNull(ideas.mergedIntoId)),
  WITHDRAWN: and(isNull(ideas.hiddenAt), isNotNull(ideas.withdrawnAt)),
  HIDDEN: isNotNull(ideas.hiddenAt),
}

function matches(workshopId: string, wanted: IdeasWanted): SQL | undefined {
  const { statementId, horizon, tableId, status, readByOthers, search, mineOnly, curates, mySeatId } = wanted
  const { updatedSince } = wanted
  const setAside = status === 'WITHDRAWN' || status === 'HIDDEN'
  const mine = mySeatId === null ? sql`false` : eq(ideas.authorSeatId, mySeatId)
  return and(
    eq(ideas.workshopId, workshopId),
    STANDING[status],
    mineOnly || (setAside && !curates) ? mine : undefined,
    statementId ? eq(ideas.statementId, statementId) : undefined,
    horizon ? eq(ideas.horizon, horizon) : undefined,
    updatedSince ? gte(ideas.updatedAt, new Date(updatedSince)) : undefined,
    tableId ? sql`${tableId}::uuid = any (o.ids)` : undefined,
    readByOthers == null ? undefined : sql`s.by_others = ${readByOthers}`,
    search ? holdsTyped(ideas.text, search) : undefined,
  )
}

/** Locks ideas against changes by others until the transaction ends. Always in the order of their ids. */
export async function lockIdeas(tx: Transaction, ids: readonly string[]): Promise<IdeaView[]> {
  await tx
    .select({ id: ideas.id })
    .from(ideas)
    .where(inArray(ideas.id, [...ids]))
    .orderBy(asc(ideas.id))
    .for('update')
  return listIdeasById(tx, ids)
}

export type NewIdea = Pick<
  IdeaRow,
  'id' | 'workshopId' | 'statementId' | 'horizon' | 'text' | 'tableId' | 'authorSeatId' | 'requestDigest'
>

/** Writes an idea unless one with this id is there already; returns whether it was written. */
export async function insertIdea(tx: Executor, idea: NewIdea): Promise<boolean> {
  const written = await tx.insert(ideas).values(idea).onConflictDoNothing().returning({ id: ideas.id })
  return written.length > 0
}

/** Changes an idea, and when it was last changed. */
export async function updateIdea(tx: Executor, id: string, change: Partial<IdeaRow>): Promise<void> {
  await updateIdeas(tx, [id], change)
}

/** Changes ideas in the same way, in one statement. */
export async function updateIdeas(
  tx: Executor,
  ids: readonly string[],
  change: Partial<IdeaRow>,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(ideas)
    .set({ ...change, updatedAt: sql`now()` })
    .where(inArray(ideas.id, [...ids]))
}

/** Moves an idea to another statement, with those that were merged into it. */
export async function moveIdea(tx: Executor, id: string, statementId: string): Promise<void> {
  await tx
    .update(ideas)
    .set({ statementId, updatedAt: sql`now()` })
    .where(or(eq(ideas.id, id), eq(ideas.mergedIntoId, id)))
}

/** Merges ideas into one: those that had been merged into them follow, with their own record kept. */
export async function mergeIdeasInto(
  tx: Transaction,
  intoId: string,
  ids: readonly string[],
  by: { seatId: string | null; name: string },
): Promise<void> {
  await tx
    .update(ideas)
    .set({ mergedIntoId: intoId, updatedAt: sql`now()` })
    .where(inArray(ideas.mergedIntoId, [...ids]))
  await tx
    .update(ideas)
    .set({
      mergedIntoId: intoId,
      mergedBySeatId: by.seatId,
      mergedByName: by.name,
      mergedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(inArray(ideas.id, [...ids]))
}

/**
 * What a seat may read next: ideas on the wall of other tables and authors, without a comment from the seat that stands,
 * the least read first, then the oldest.
 */
export async function listIdeasToRead(
  db: Executor,
  workshopId: string,
  seat: { id: string; tableId: string | null },
  first: number,
): Promise<IdeaView[]> {
  const commented = sql`exists (select from ideas m join critiques c on c.idea_id = m.id
    where ${MEMBERS} and c.author_seat_id = ${seat.id} and c.withdrawn_at is null)`
  return selectIdeas(db)
    .where(
      and(
        eq(ideas.workshopId, workshopId),
        STANDING.ON_THE_WALL,
        sql`${ideas.authorSeatId} is distinct from ${seat.id}::uuid`,
        seat.tableId === null ? undefined : sql`${seat.tableId}::uuid <> all (o.ids)`,
        sql`not ${commented}`,
      ),
    )
    .orderBy(sql`s.n`, asc(ideas.id))
    .limit(first)
}
