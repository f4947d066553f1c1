import type { Database } from '#db/client.ts'
import { sharedOn } from '#db/together.ts'

/**
 * A text that changes when something that a workshop's pages show has changed. It is a digest, so that nothing can be
 * read from it; the turnout of an open round moves it only for those who may know the turnout. Which options hold dots
 * is no part of it.
 */
export function findPulse(db: Database, workshopId: string, withTurnout: boolean): Promise<string> {
  return sharedOn(db)(`pulse ${workshopId} ${withTurnout}`, () => readPulse(db, workshopId, withTurnout))
}

async function readPulse(
  { $client: sql }: Database,
  workshopId: string,
  withTurnout: boolean,
): Promise<string> {
  const turnout = sql`,
    (select concat(count(*), ' ', sum(b.used)) from ballots b join rounds r on r.id = b.round_id
      where r.workshop_id = w.id and r.state = 'OPEN'),
    (select concat(count(*), ' ', max(e.entered_at)) from entered_tallies e join rounds r on r.id = e.round_id
      where r.workshop_id = w.id and r.state = 'OPEN')`
  const [row] = await sql<{ pulse: string }[]>`
    select md5(concat_ws('|', w::text,
      (select string_agg(s::text, '' order by s.id) from steps s where s.workshop_id = w.id),
      (select string_agg(t::text, '' order by t.id) from tables t where t.workshop_id = w.id),
      (select string_agg(r::text, '' order by r.id) from rounds r where r.workshop_id = w.id),
      (select concat(count(*) filter (where s.removed_at is null), ' ', count(*), ' ', max(s.joined_at))
        from seats s where s.workshop_id = w.id),
      (select concat(count(*), ' ', max(i.updated_at)) from issues i where i.workshop_id = w.id),
      (select string_agg(concat(p.option_id, p.position), '' order by p.position) from priorities p where p.workshop_id = w.id),
      (select concat(count(*), ' ', max(s.updated_at)) from statements s where s.workshop_id = w.id),
      (select concat(count(*), ' ', max(r.updated_at)) from reasons r join statements s on s.id = r.statement_id
        where s.workshop_id = w.id),
      (select concat(count(*), ' ', max(i.updated_at)) from ideas i where i.workshop_id = w.id),
      (select concat(count(*), ' ', max(p.created_at)) from idea_supports p join ideas i on i.id = p.idea_id
        where i.workshop_id = w.id),
      (select concat(count(*), ' ', max(c.updated_at)) from critiques c where c.workshop_id = w.id),
      (select md5(string_agg(concat(x.id, x.place_x, ',', x.place_y), '' order by x.id)) from (
        select id, place_x, place_y from issues where workshop_id = w.id and place_x is not null
        union all select id, place_x, place_y from ideas where workshop_id = w.id and place_x is not null) x)
      ${withTurnout ? turnout : sql``})) as pulse
    from workshops w where w.id = ${workshopId}`
  return row?.pulse ?? ''
}
