import type { Sql } from 'postgres'

// The three questions as one statement each. Who asks is found in the same statement: a session that has not run out, and
// a person with the right to what is asked. Nothing is fetched that the answer does not show.

type Columns<T extends unknown[]> = { [K in keyof T]: T[K][] }

export type ResultFigures = {
  id: string
  title: string
  select: number
  /** Options in the order of the roll; those without a dot of a channel have null. */
  roll: Columns<
    [title: string, areaName: string, tableCodes: string[], dots: [channel: string, dots: number][]]
  >
  totals: [channel: string, ballots: number | null, dots: number][]
}

/** A closed round's roll and figures, for somebody who may read its workshop. */
export async function findResult(
  sql: Sql,
  tokenHash: string,
  roundId: string,
): Promise<ResultFigures | null> {
  const [row] = await sql<ResultFigures[]>`
    select r.id, r.title, r.priorities_to_select as select,
      (select json_build_array(json_agg(o.title), json_agg(o.area_name), json_agg(o.table_codes), json_agg((
          select json_agg(json_build_array(t.channel, t.dots) order by t.channel) from tallies t
          where t.round_id = r.id and t.option_id = o.id)))
        from (select * from options o where o.round_id = r.id order by o.position) o) as roll,
      (select json_agg(json_build_array(c.channel, c.ballots, c.dots) order by c.channel)
        from channel_totals c where c.round_id = r.id) as totals
    from sessions x
      join people p on p.id = x.person_id
      join rounds r on r.id = ${roundId} and r.state = 'CLOSED'
      join workshops w on w.id = r.workshop_id and w.deleted_at is null
    where x.token_hash = ${tokenHash} and x.expires_at > now()
      and (w.published_at is not null or p.platform_role = 'ADMIN' or exists (
        select from seats s where s.workshop_id = w.id and s.person_id = p.id and s.removed_at is null))`
  return row ?? null
}

/** The first 50 workshops in use with their counts, for an administrator. */
export async function listWorkshops(sql: Sql, tokenHash: string) {
  return sql`
    select w.id, w.slug, w.title, w.starts_on::text as "startsOn", w.ends_on::text as "endsOn", w.venue,
      (select count(*)::int from seats s
        where s.workshop_id = w.id and s.role = 'PARTICIPANT' and s.removed_at is null and s.joined_at is not null) as "participantCount",
      (select count(*)::int from issues i where i.workshop_id = w.id and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null) as "issueCount",
      (select coalesce(sum(t.dots), 0)::int from rounds r join channel_totals t on t.round_id = r.id
        where r.workshop_id = w.id and r.state = 'CLOSED')
      + (select coalesce(sum((select coalesce(sum(b.used), 0) from ballots b where b.round_id = r.id)
          + (select coalesce(sum(e.dots), 0) from entered_tallies e where e.round_id = r.id and e.entry = 'FIRST')), 0)::int
        from rounds r where r.workshop_id = w.id and r.state = 'OPEN') as "dotCount"
    from (
      select w.* from workshops w
      where w.deleted_at is null and w.archived_at is null and exists (
        select from sessions x join people p on p.id = x.person_id
        where x.token_hash = ${tokenHash} and x.expires_at > now() and p.platform_role = 'ADMIN')
      order by w.starts_on desc, w.id desc limit 50) w
    order by w.starts_on desc, w.id desc`
}

export type Moved = { outcome: string; remaining: number; allowance: number }

/** Puts a dot on an option or takes it back, by the seat of whoever asks. */
export async function moveDot(
  sql: Sql,
  tokenHash: string,
  { workshopId, optionId, cast }: { workshopId: string; optionId: string; cast: boolean },
): Promise<Moved | null> {
  const seat = sql`
    from sessions x
      join seats s on s.person_id = x.person_id and s.workshop_id = ${workshopId}
        and s.removed_at is null and s.role = 'PARTICIPANT'
      join workshops w on w.id = s.workshop_id and w.deleted_at is null
    where x.token_hash = ${tokenHash} and x.expires_at > now()`
  // A seal that Postgres makes by itself and that keeps nothing secret.
  const [voter, seal] = [
    sql`sha256(uuid_send(seat.id))`,
    sql`decode(md5(seat.id::text || o.id::text), 'hex')`,
  ]
  const [row] = cast
    ? await sql<Moved[]>`
        select d.* from (select s.id ${seat}) seat, options o join rounds r on r.id = o.round_id,
          cast_dot(${workshopId}, seat.id, r.id, r.roll_version, o.votable, ${voter}, ${seal}, 'OWN_DEVICE') d
        where o.id = ${optionId}`
    : await sql<Moved[]>`
        select d.* from (select s.id ${seat}) seat, options o,
          withdraw_dot(${workshopId}, seat.id, o.round_id, ${voter}, ${seal}) d
        where o.id = ${optionId}`
  return row ?? null
}
