import type { Sql } from 'postgres'

// Pages of what a token reads, one statement each: the token is found and the request counted, so that every instance
// shares its limits, and the page comes with both. Counts may be lost with the machine, so their commit waits for no disk.

const ADMITTED = `
  token as materialized (
    select id, all_published, workshop_ids, project_ids from partner_tokens
    where prefix = $1 and secret_hash = $2 and revoked_at is null and expires_at > now()),
  used as (
    insert into partner_usage (token_id, minute, requests, cost)
    select id, date_trunc('minute', now()), 1, 1 from token, set_config('synchronous_commit', 'off', true)
    on conflict (token_id, minute) do update set requests = partner_usage.requests + 1, cost = partner_usage.cost + 1
    returning requests),
  granted as materialized (
    select w.id from token t join workshops w on w.deleted_at is null and w.published_at is not null
      and (t.all_published or w.id = any (t.workshop_ids) or w.project_id = any (t.project_ids)))`

const WORKSHOPS = `
  with ${ADMITTED}
  select w.id, w.slug, w.title, w.starts_on::text as "startsOn", w.ends_on::text as "endsOn", w.venue,
    (select count(*)::int from seats s
      where s.workshop_id = w.id and s.role = 'PARTICIPANT' and s.removed_at is null and s.joined_at is not null) as "participantCount",
    (select count(*)::int from issues i where i.workshop_id = w.id and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null) as "issueCount",
    (select coalesce(sum(t.dots), 0)::int from rounds r join channel_totals t on t.round_id = r.id
      where r.workshop_id = w.id and r.state = 'CLOSED') as "dotCount"
  from used, (
    select w.* from workshops w
    where w.deleted_at is null and w.archived_at is null and w.published_at is not null and w.id in (select id from granted)
      and ($3::date is null or (w.starts_on, w.id) < ($3::date, $4::uuid))
    order by w.starts_on desc, w.id desc limit 51) w
  order by w.starts_on desc, w.id desc`

const ISSUES = `
  with ${ADMITTED},
  page as (
    select i.id, i.title, i.state, i.area_id, i.created_at, i.updated_at from granted g
      join workshops w on w.id = g.id and w.slug = $3 join issues i on i.workshop_id = w.id
    where i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null and ($4::uuid is null or i.id > $4::uuid)
    order by i.id limit 51)
  select i.id, i.title, i.state, a.name as "areaName", i.created_at as "createdAt", i.updated_at as "updatedAt",
    (select array_agg(distinct t.code order by t.code) from issues m join issue_tables it on it.issue_id = m.id
      join tables t on t.id = it.table_id where m.id = i.id or m.merged_into_id = i.id) as "tableCodes"
  from used, page i join areas a on a.id = i.area_id order by i.id`

export type Shown = { prefix: string; secretHash: string }

/** The next 50 published workshops, by first day, that are granted to a token. */
export async function pageOfWorkshops(sql: Sql, { prefix, secretHash }: Shown, after: string) {
  const [day, id] = after === '' ? [null, null] : after.split('|')
  const rows = await sql.unsafe<{ id: string; startsOn: string }[]>(
    WORKSHOPS,
    [prefix, secretHash, day ?? null, id ?? null],
    { prepare: true },
  )
  return { workshops: pageOf(rows, ({ id, startsOn }) => `${startsOn}|${id}`) }
}

/** The next 50 issues of a published workshop that is granted to a token. */
export async function pageOfIssues(sql: Sql, { prefix, secretHash }: Shown, slug: string, after: string) {
  const rows = await sql.unsafe<{ id: string; areaName: string; tableCodes: string[] | null }[]>(
    ISSUES,
    [prefix, secretHash, slug, after === '' ? null : after],
    { prepare: true },
  )
  const nodes = rows.map(({ areaName, tableCodes, ...issue }) => ({
    ...issue,
    area: { name: areaName },
    tableCodes: tableCodes ?? [],
  }))
  return { workshop: { issues: pageOf(nodes, ({ id }) => id) } }
}

function pageOf<Row>(rows: readonly Row[], cursorOf: (row: Row) => string) {
  const page = rows.slice(0, 50)
  const last = page.at(-1)
  return {
    edges: page.map((node) => ({ node })),
    pageInfo: { hasNextPage: rows.length > 50, endCursor: last === undefined ? null : cursorOf(last) },
  }
}
