import type { Database } from '#db/client.ts'
import { type LinkFacts, PROVENANCE_KINDS, type ProvenanceKind } from '#domain/provenance.ts'
import type { Granted } from '#domain/tokens.ts'
import { BRIEF_OPEN_IN, BRIEF_WORKSHOPS } from './briefs.ts'
import { asValues } from './granted.ts'

/** Links that are words of a workshop; the others belong to briefs. */
export type WordKind = Exclude<ProvenanceKind, 'BRIEF' | 'CYCLE' | 'MEASURE'>

/** Who walks the chain, as far as briefs are theirs to read. */
export type ChainReader = { readsEveryBrief: boolean; personId: string | null; granted: Granted | null }

/** What a chain is asked about, as far as rights need to know it. */
export type ProvenanceSubject = {
  kind: WordKind
  id: string
  workshopId: string
  slug: string
  published: boolean
  authorSeatId: string | null
  withdrawnAt: string | null
  hiddenAt: string | null
  /** Of a comment: whose idea it is on, and whether that was withdrawn or hidden. */
  ideaAuthorSeatId: string | null
  ideaSetAside: boolean
}

/** A link as its rows show it. */
export type ProvenanceLinkView = LinkFacts & {
  id: string
  title: string
  /** The idea on whose page a comment stands. */
  ideaId: string | null
  /** The workshop whose words they are; null for what belongs to a brief. */
  workshop: { id: string; slug: string; published: boolean } | null
  /** The brief of a cycle or a measure; null for a measure that is no brief's. */
  briefId: string | null
  /** The project of a measure. */
  projectId: string | null
  /** The comment whose words are a measure's title still. */
  titledBy: string | null
  distance: number
  via: string[]
  direction: 'UP' | 'DOWN' | null
}

const SUBJECTS: Record<WordKind, string> = {
  ISSUE: `select x.workshop_id, x.author_seat_id, x.withdrawn_at, x.hidden_at, null::uuid, false from issues x where x.id = $1`,
  OPTION: `select r.workshop_id, null::uuid, null::timestamptz, null::timestamptz, null::uuid, false
    from options x join rounds r on r.id = x.round_id where x.id = $1`,
  PRIORITY: `select x.workshop_id, null::uuid, null::timestamptz, null::timestamptz, null::uuid, false
    from priorities x where x.id = $1`,
  STATEMENT: `select x.workshop_id, x.author_seat_id, x.withdrawn_at, null::timestamptz, null::uuid, false
    from statements x where x.id = $1`,
  IDEA: `select x.workshop_id, x.author_seat_id, x.withdrawn_at, x.hidden_at, null::uuid, false from ideas x where x.id = $1`,
  CRITIQUE: `select x.workshop_id, x.author_seat_id, x.withdrawn_at, x.hidden_at, i.author_seat_id,
      i.withdrawn_at is not null or i.hidden_at is not null
    from critiques x join ideas i on i.id = x.idea_id where x.id = $1`,
}

/** Finds what a chain is asked about, in a workshop that is not deleted. */
export async function findSubject(
  { $client }: Database,
  kind: WordKind,
  id: string,
): Promise<ProvenanceSubject | null> {
  const [row] = await $client.unsafe<Omit<ProvenanceSubject, 'kind' | 'id'>[]>(
    `select w.id as "workshopId", w.slug, w.published_at is not null as published, x.author as "authorSeatId",
      x.withdrawn as "withdrawnAt", x.hidden as "hiddenAt", x.critic as "ideaAuthorSeatId", x.aside as "ideaSetAside"
    from (${SUBJECTS[kind]}) x(workshop, author, withdrawn, hidden, critic, aside)
      join workshops w on w.id = x.workshop and w.deleted_at is null`,
    [id],
    { prepare: true },
  )
  return row === undefined ? null : { kind, id, ...row }
}

const STANDS = 'x.withdrawn_at is null and x.hidden_at is null'
const ON_STANDING = `${STANDS} and exists (select from ideas i where i.id = x.idea_id and i.withdrawn_at is null and i.hidden_at is null)`

// The same rule as readsBrief in domain/briefs.ts, of one of `briefs`.
const READ = `($3::boolean or (briefs.published_at is not null and (
  exists (select from brief_contributors r where r.brief_id = briefs.id and r.person_id = $4::uuid)
  or exists (select from seats r where r.person_id = $4::uuid and r.removed_at is null and r.workshop_id = any (${BRIEF_WORKSHOPS}::uuid[]))
  or ($5::boolean and cardinality(${BRIEF_OPEN_IN}::uuid[]) > 0) or ${BRIEF_OPEN_IN}::uuid[] && $6::uuid[])))`

/** Where a link came from, one step back: nothing that was withdrawn or hidden. */
const UP = `
  select 'ISSUE', x.id from issues x where l.kind = 'ISSUE' and x.merged_into_id = l.id and ${STANDS}
  union all select 'ISSUE', x.id from options o join issues x on x.id = o.issue_id where l.kind = 'OPTION' and o.id = l.id and ${STANDS}
  union all select 'OPTION', x.option_id from priorities x where l.kind = 'PRIORITY' and x.id = l.id
  union all select 'PRIORITY', x.priority_id from statement_priorities x where l.kind = 'STATEMENT' and x.statement_id = l.id
  union all select 'STATEMENT', x.id from ideas i join statements x on x.id = i.statement_id
    where l.kind = 'IDEA' and i.id = l.id and x.withdrawn_at is null
  union all select 'IDEA', x.id from ideas x where l.kind = 'IDEA' and x.merged_into_id = l.id and ${STANDS}
  union all select 'IDEA', x.id from critiques c join ideas x on x.id = c.idea_id where l.kind = 'CRITIQUE' and c.id = l.id and ${STANDS}
  union all select 'STATEMENT', x.id from brief_statements j join statements x on x.id = j.statement_id
    where l.kind = 'BRIEF' and j.brief_id = l.id and x.withdrawn_at is null
  union all select 'IDEA', x.id from brief_ideas j join ideas x on x.id = j.idea_id where l.kind = 'BRIEF' and j.brief_id = l.id and ${STANDS}
  union all select 'CRITIQUE', x.id from brief_watch_fors j join critiques x on x.id = j.critique_id
    where l.kind = 'BRIEF' and j.brief_id = l.id and ${ON_STANDING}
  union all select 'BRIEF', briefs.id from test_cycles y join test_teams g on g.id = y.team_id join briefs on briefs.id = g.brief_id
    where l.kind = 'CYCLE' and y.id = l.id and ${READ}
  union all select 'BRIEF', briefs.id from brief_measures j join briefs on briefs.id = j.brief_id
    where l.kind = 'MEASURE' and j.measure_id = l.id and ${READ}
  union all select 'CRITIQUE', x.id from measures m join critiques x on x.id = m.critique_id
    where l.kind = 'MEASURE' and m.id = l.id and ${ON_STANDING}`

/** What became of a link, one step on. Of a thread what begins it stands for all of it. */
const DOWN = `
  select 'ISSUE', x.id from issues m join issues x on x.id = m.merged_into_id where l.kind = 'ISSUE' and m.id = l.id and ${STANDS}
  union all select 'OPTION', x.id from options x where l.kind = 'ISSUE' and x.issue_id = l.id
  union all select 'PRIORITY', x.id from priorities x where l.kind = 'OPTION' and x.option_id = l.id
  union all select 'STATEMENT', x.id from statement_priorities p join statements x on x.id = p.statement_id
    where l.kind = 'PRIORITY' and p.priority_id = l.id and x.withdrawn_at is null
  union all select 'IDEA', x.id from ideas x where l.kind = 'STATEMENT' and x.statement_id = l.id and ${STANDS}
  union all select 'IDEA', x.id from ideas m join ideas x on x.id = m.merged_into_id where l.kind = 'IDEA' and m.id = l.id and ${STANDS}
  union all select 'CRITIQUE', x.id from critiques x where l.kind = 'IDEA' and x.idea_id = l.id and x.parent_id is null and ${STANDS}
  union all select 'BRIEF', briefs.id from brief_statements j join briefs on briefs.id = j.brief_id
    where l.kind = 'STATEMENT' and j.statement_id = l.id and ${READ}
  union all select 'BRIEF', briefs.id from brief_ideas j join briefs on briefs.id = j.brief_id
    where l.kind = 'IDEA' and j.idea_id = l.id and ${READ}
  union all select 'BRIEF', briefs.id from brief_watch_fors j join briefs on briefs.id = j.brief_id
    where l.kind = 'CRITIQUE' and j.critique_id = l.id and ${READ}
  union all select 'MEASURE', x.id from measures x where l.kind = 'CRITIQUE' and x.critique_id = l.id
    and ($3::boolean or exists (select from brief_measures j join briefs on briefs.id = j.brief_id where j.measure_id = x.id and ${READ}))
  union all select 'CYCLE', y.id from test_cycles y join test_teams g on g.id = y.team_id where l.kind = 'BRIEF' and g.brief_id = l.id
  union all select 'MEASURE', j.measure_id from brief_measures j where l.kind = 'BRIEF' and j.brief_id = l.id`

function walk(name: string, step: string): string {
  return `${name}(root, kind, id, distance, via) as (
    select r.id, r.kind, r.id, 0, null::uuid from unnest($1::text[], $2::uuid[]) r(kind, id)
    union select l.root, e.kind, e.id, l.distance + 1, l.id from ${name} l cross join lateral (${step}) e(kind, id) where l.distance < 12)`
}

const KINDS = PROVENANCE_KINDS.map((kind) => `'${kind}'`).join(', ')

const FACTS = `
  with recursive ${walk('up', UP)}, ${walk('down', DOWN)},
  links as (
    select root, kind, id, distance, array_remove(array_agg(distinct via), null) as via, direction from (
      select w.*, min(distance) over (partition by root, kind, id, direction) as nearest from (
        select *, case when distance > 0 then 'UP' end as direction from up
        union select *, case when distance > 0 then 'DOWN' end from down) w) w
    where distance = nearest group by root, kind, id, distance, direction),
  figures as (
    select o.id, f.dots, case when f.dots is not null then rank() over (partition by o.round_id order by f.dots desc nulls last) end as rank,
      count(*) over (partition by o.round_id, f.dots) > 1 as tied, count(*) over (partition by o.round_id) as out_of
    from options o join rounds r on r.id = o.round_id and r.state = 'CLOSED'
      left join lateral (select sum(t.dots) as dots from tallies t where t.round_id = o.round_id and t.option_id = o.id) f on true
    where o.round_id in (select o.round_id from links l join options o on o.id = l.id where l.kind in ('OPTION', 'PRIORITY')))
  select l.root, l.kind, l.id, l.distance, l.via, l.direction, coalesce(n.title, o.title, s.title, i.text, c.text, briefs.title, y.question, m.title, '') as title,
    coalesce(n.merged_into_id, i.merged_into_id) is not null as merged, n.state as "issueState",
    case when n.id is not null then array(select t.code from issue_tables x join tables t on t.id = x.table_id
      where x.issue_id = n.id order by t.code) else array_remove(array[t.code], null) end as "tableCodes",
    f.dots::int as dots, f.rank::int as rank, coalesce(f.tied, false) as tied, f.out_of::int as "outOf", f.id is not null as "roundClosed",
    p.position, i.horizon, (select k.outcome from check_ins k where k.idea_id = i.id order by k.created_at desc, k.id desc limit 1) as "checkIn", c.kind as "critiqueKind", c.resolved_at is not null as resolved,
    case when s.id is not null then (select count(*)::int from ideas x
      where x.statement_id = s.id and x.merged_into_id is null and ${STANDS}) end as "ideaCount",
    (select coalesce(x.merged_into_id, x.id) from ideas x where x.id = c.idea_id) as "ideaId",
    case when w.id is not null then json_build_object('id', w.id, 'slug', w.slug, 'published', w.published_at is not null) end as workshop,
    briefs.status as "briefStatus",
    case when y.id is not null then json_build_object('organisation', g.organisation, 'state', y.state, 'decision', y.decision, 'number',
      (select count(*) from test_cycles x where x.team_id = y.team_id and x.id <= y.id)) end as cycle,
    case when m.id is not null then json_build_object('kind', m.kind, 'unit', m.unit, 'value', v.value, 'day', v.day) end as measure,
    coalesce(g.brief_id, (select briefs.id from brief_measures j join briefs on briefs.id = j.brief_id
      where j.measure_id = m.id and ${READ} order by briefs.id = any (l.via) desc, briefs.id desc limit 1)) as "briefId",
    m.project_id as "projectId", case when m.titled_by_critique then coalesce(m.critique_id, m.id) end as "titledBy"
  from links l
    left join issues n on l.kind = 'ISSUE' and n.id = l.id
    left join priorities p on l.kind = 'PRIORITY' and p.id = l.id
    left join options o on o.id = case l.kind when 'OPTION' then l.id when 'PRIORITY' then p.option_id end
    left join figures f on l.kind = 'OPTION' and f.id = l.id
    left join statements s on l.kind = 'STATEMENT' and s.id = l.id
    left join ideas i on l.kind = 'IDEA' and i.id = l.id
    left join critiques c on l.kind = 'CRITIQUE' and c.id = l.id
    left join tables t on t.id = coalesce(i.table_id, c.table_id)
    left join rounds d on d.id = o.round_id
    left join workshops w on w.id = coalesce(n.workshop_id, d.workshop_id, s.workshop_id, i.workshop_id, c.workshop_id) and w.deleted_at is null
    left join briefs on l.kind = 'BRIEF' and briefs.id = l.id
    left join test_cycles y on l.kind = 'CYCLE' and y.id = l.id
    left join test_teams g on g.id = y.team_id
    left join measures m on l.kind = 'MEASURE' and m.id = l.id
    left join lateral (select x.value, x.day from measure_points x where x.measure_id = m.id and x.removed_at is null
      order by x.day desc, x.id desc limit 1) v on true
  where w.id is not null or l.kind in ('BRIEF', 'CYCLE', 'MEASURE')
  order by l.distance, array_position(array[${KINDS}], l.kind), f.rank, p.position, s.position, g.id, l.id`

/**
 * The links of several chains, both ways, in one statement: what stands, figures of rounds that have closed, and briefs
 * that are the reader's to read. Whether they may read the workshops of the words is for the rights to say.
 */
export async function listLinks(
  { $client }: Database,
  roots: readonly { kind: ProvenanceKind; id: string }[],
  { readsEveryBrief, personId, granted }: ChainReader,
): Promise<(ProvenanceLinkView & { root: string })[]> {
  const values = [
    roots.map(({ kind }) => kind),
    roots.map(({ id }) => id),
    readsEveryBrief,
    personId,
    ...asValues(granted),
  ]
  return $client.unsafe<(ProvenanceLinkView & { root: string })[]>(FACTS, values, { prepare: true })
}
