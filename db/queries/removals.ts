import { type SQL, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import type { RemovalKind } from '#domain/removals.ts'

/** Something that could be read and cannot be any more. `place` is the moment to the microsecond, for cursors. */
export type RemovalRow = {
  kind: RemovalKind
  id: string
  workshopId: string | null
  removedAt: Date | string
  place: string
}

export type RemovalsWanted = {
  /** A moment in ISO 8601. */
  since: string
  /** Everything that was published, or what was granted to this token. */
  of: 'ALL' | { tokenId: string }
  /** Whether words were readable, or workshops alone. */
  words: boolean
}

/** One page of what was removed, the earliest first, one row more than asked for. */
export async function listRemovals(
  db: Executor,
  wanted: RemovalsWanted,
  { first, after }: { first: number; after: { moment: string; id: string } | null },
): Promise<RemovalRow[]> {
  const beyond =
    after === null ? sql`` : sql`and (r.removed_at, r.id) > (${after.moment}::timestamptz, ${after.id}::uuid)`
  return db.execute<RemovalRow>(sql`
    ${removals(wanted)}
    select r.kind, r.id, r.workshop_id as "workshopId", r.removed_at as "removedAt",
      to_char(r.removed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from removals r where ${counts(wanted)} ${beyond} order by r.removed_at, r.id limit ${first + 1}`)
}

/** How many the same question finds. */
export async function countRemovals(db: Executor, wanted: RemovalsWanted): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    ${removals(wanted)} select count(*)::int as n from removals r where ${counts(wanted)}`)
  return row?.n ?? 0
}

function counts({ since, words }: RemovalsWanted): SQL {
  return sql`r.removed_at >= ${since}::timestamptz and (${words}::boolean or r.kind = 'WORKSHOP')`
}

/**
 * A workshop that nobody has published was never there; one that was opened again has nothing to forget from before. What has no
 * moment of its removal was never removed.
 */
function removals({ of }: RemovalsWanted): SQL {
  const granted =
    of === 'ALL'
      ? sql`true`
      : sql`exists (select from partner_tokens t where t.id = ${of.tokenId}
          and (w.id = any (t.workshop_ids) or w.project_id = any (t.project_ids)))`
  return sql`
    with theirs as materialized (
      select w.id, w.published_at, w.published_at is not null and w.deleted_at is null as open,
        case when w.published_at is null then least(w.unpublished_at, w.deleted_at) else w.deleted_at end as closed_at
      from workshops w where (w.published_at is not null or w.unpublished_at is not null) and ${granted}),
    joined as materialized (
      select j.brief_id, bool_or(w.open) as open, max(w.closed_at) as closed_at from (
        select x.brief_id, s.workshop_id from brief_statements x join statements s on s.id = x.statement_id
        union all
        select x.brief_id, i.workshop_id from brief_ideas x join ideas i on i.id = x.idea_id) j
      join theirs w on w.id = j.workshop_id group by j.brief_id),
    departed as materialized (
      select d.brief_id, max(d.left_at) as left_at from brief_departures d join theirs w on w.id = d.workshop_id group by d.brief_id),
    removals as (
      select 'WORKSHOP' as kind, w.id, w.id as workshop_id, w.closed_at as removed_at from theirs w where w.closed_at is not null
      union all ${words('ISSUE', sql`issues`)}
      union all ${words('IDEA', sql`ideas`)}
      union all ${words('CRITIQUE', sql`critiques`)}
      union all
      select 'STATEMENT', s.id, s.workshop_id, s.withdrawn_at from statements s
        join theirs w on w.id = s.workshop_id and w.open and s.withdrawn_at >= w.published_at
      union all
      select 'BRIEF', b.id, null,
        case when b.published_at is null and j.brief_id is not null then taken_back.at else greatest(j.closed_at, d.left_at) end
      from briefs b left join joined j on j.brief_id = b.id left join departed d on d.brief_id = b.id
        left join lateral (select max(u.created_at) as at from brief_updates u
          where u.brief_id = b.id and u.kind = 'UNPUBLISHED') taken_back on true
      where (j.brief_id is not null or d.brief_id is not null) and (b.published_at is null or j.open is not true)
      union all
      select 'MEASURE_POINT', p.id, null, p.removed_at from measure_points p
      where p.removed_at is not null and exists (select from brief_measures m join briefs b on b.id = m.brief_id
        join joined j on j.brief_id = b.id and j.open where m.measure_id = p.measure_id and b.published_at <= p.removed_at))`
}

/** What was withdrawn or hidden, whichever came first, since its workshop was published. */
function words(kind: RemovalKind, table: SQL): SQL {
  return sql`
    select ${sql.raw(`'${kind}'`)}, x.id, x.workshop_id, least(x.hidden_at, x.withdrawn_at) from ${table} x
      join theirs w on w.id = x.workshop_id and w.open and least(x.hidden_at, x.withdrawn_at) >= w.published_at
      where x.hidden_at is not null or x.withdrawn_at is not null`
}
