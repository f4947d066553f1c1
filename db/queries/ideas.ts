import { and, asc, eq, getTableColumns, ilike, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type IdeaRow, ideaSupports, ideas } from '#db/schema/ideas.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { CritiqueKind, NamesShown } from '#domain/critiques.ts'
import type { Horizon, IdeaStatus } from '#domain/ideas.ts'
import type { CritiqueView } from './critiques.ts'

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
  critiques?: CritiqueView[]
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

const view = {
  ...getTableColumns(ideas),
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

export const IDEA_ORDERS = ['WRITTEN', 'SUPPORT', 'FEWEST_CRITIQUES', 'MOST_CRITIQUES'] as const
export type IdeaOrder = (typeof IDEA_ORDERS)[number]

export type IdeasWanted = {
  statementId?: string | null
  horizon?: Horizon | null
  tableId?: string | null
  status: IdeaStatus
  readByOthers?: boolean | null
  search?: string | null
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
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(ideas)
    .leftJoin(origins, sql`true`)
    .leftJoin(said, sql`true`)
    .where(matches(workshopId, wanted))
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
  const setAside = status === 'WITHDRAWN' || status === 'HIDDEN'
  const mine = mySeatId === null ? sql`false` : eq(ideas.authorSeatId, mySeatId)
  return and(
    eq(ideas.workshopId, workshopId),
    STANDING[status],
    mineOnly || (setAside && !curates) ? mine : undefined,
    statementId ? eq(ideas.statementId, statementId) : undefined,
    horizon ? eq(ideas.horizon, horizon) : undefined,
    tableId ? sql`${tableId}::uuid = any (o.ids)` : undefined,
    readByOthers == null ? undefined : sql`s.by_others = ${readByOthers}`,
    search ? ilike(ideas.text, `%${search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
  )
}

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
