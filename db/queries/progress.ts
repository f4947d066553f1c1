import type { Database } from '#db/client.ts'
import type { BriefStatus } from '#domain/briefs.ts'
import type { ProgressFacts } from '#domain/progress.ts'
import type { Granted } from '#domain/tokens.ts'
import { BRIEF_OPEN_IN, BRIEF_WORKSHOPS } from './briefs.ts'
import { todayIn } from './days.ts'
import { asValues } from './granted.ts'
import { ON_THE_WALL } from './workshop-counts.ts'

/** Who reads of progress: staff read every brief, administrators every workshop, a token what is granted to it. */
export type ProgressReader = {
  personId: string | null
  staff: boolean
  everything: boolean
  granted: Granted | null
}

/** What happens in a project now. */
export type ProgressView = {
  projectId: string
  /** The workshops that the reader may read, the latest first. */
  workshopIds: string[]
  briefCounts: { status: BriefStatus; count: number }[]
  /** Test cycles that have begun and are not done. */
  runningCycles: number
  /** Workshops that are still to come or going on. */
  workshopsAhead: number
  nextWorkshopOn: string | null
  /** Of the workshops ahead, those that have begun. */
  workshopsToday: number
  laterWorkshopOn: string | null
  /** Ideas whose due day has passed, and of which nobody has said what became of them. */
  overdueIdeaCount: number
  lastActivityAt: string
}

/** The day on which somebody asks what became of the idea `i` of the workshop `w`: dueDay of domain/ideas.ts. */
export const DUE_DAY = `case i.horizon when 'FOUR_WEEKS' then w.ends_on + 28
  when 'ONE_YEAR' then (w.ends_on + interval '1 year')::date end`

/** Whether the idea `i` of the workshop `w` is on the wall and due, and nobody has said what became of it. */
export const OVERDUE = `${ON_THE_WALL} and ${DUE_DAY} <= ${todayIn('w.time_zone')}
  and not exists (select from check_ins c where c.idea_id = i.id)`

/**
 * Projects `p` out of `$1`, each with the ids of what the reader may read of it. Workshops: all with `$3`, else the published
 * ones and those where `$2` sits. Briefs: all with `$4`, else as readsBrief of domain/briefs.ts has it. A token, `$5`, reads
 * what is published: everything with `$6`, else in the workshops `$7`.
 */
const PROJECTS = `
  from projects p
  cross join lateral (select coalesce(array_agg(w.id order by w.starts_on desc, w.id desc), '{}') as workshops from workshops w
    where w.project_id = p.id and w.deleted_at is null and (not $5 or $6 or w.id = any ($7::uuid[]))
      and ($3 or w.published_at is not null or exists (
        select from seats s where s.workshop_id = w.id and s.person_id = $2 and s.removed_at is null))) held
  cross join lateral (select coalesce(array_agg(briefs.id), '{}') as briefs from briefs
    where briefs.project_id = p.id and ($4 or briefs.published_at is not null and (
      case when $5 then case when $6 then cardinality(${BRIEF_OPEN_IN}::uuid[]) > 0 else ${BRIEF_OPEN_IN}::uuid[] && $7::uuid[] end
      else exists (select from brief_contributors c where c.brief_id = briefs.id and c.person_id = $2)
        or exists (select from seats s where s.person_id = $2 and s.removed_at is null
          and s.workshop_id = any (${BRIEF_WORKSHOPS}::uuid[])) end))) made
  where p.id = any ($1)`

const HELD = 'x.workshop_id = any (held.workshops)'
const STANDS = 'x.withdrawn_at is null and x.hidden_at is null'
const TODAY = todayIn('w.time_zone')
const AHEAD = `from workshops w where w.id = any (held.workshops) and w.archived_at is null and w.ends_on >= ${TODAY}`
const MADE = 'from briefs x where x.id = any (made.briefs)'
const CYCLES =
  'from test_teams t join test_cycles x on x.team_id = t.id where t.brief_id = any (made.briefs) and x.state'
const MEASURES = `from measures x where x.archived_at is null and exists (
  select from brief_measures j where j.measure_id = x.id and j.brief_id = any (made.briefs))`

const NOW = `
  select p.id as "projectId", held.workshops as "workshopIds",
    coalesce((select json_agg(json_build_object('status', n.status, 'count', n.count) order by n.status) from (
      select x.status, count(*) ${MADE} group by x.status) n), '[]') as "briefCounts",
    (select count(*)::int ${CYCLES} in ('DO', 'STUDY', 'ACT')) as "runningCycles",
    (select count(*)::int ${AHEAD}) as "workshopsAhead",
    (select min(w.starts_on)::text ${AHEAD} and w.starts_on >= ${TODAY}) as "nextWorkshopOn",
    (select count(*)::int ${AHEAD} and w.starts_on <= ${TODAY}) as "workshopsToday",
    (select min(w.starts_on)::text ${AHEAD} and w.starts_on > ${TODAY}) as "laterWorkshopOn",
    (select count(*)::int from workshops w join ideas i on i.workshop_id = w.id where w.id = any (held.workshops)
      and w.archived_at is null and p.archived_at is null and ${OVERDUE}) as "overdueIdeaCount",
    greatest(p.created_at,
      (select max(x.changed_at) from phase_changes x where x.project_id = p.id),
      (select max(greatest(w.created_at, w.published_at)) from workshops w where w.id = any (held.workshops)),
      (select max(x.updated_at) from issues x where ${HELD}),
      (select max(x.closed_at) from rounds x where ${HELD}),
      (select max(x.updated_at) from ideas x where ${HELD}),
      (select max(x.updated_at) from critiques x where ${HELD}),
      (select max(x.updated_at) ${MADE}),
      (select max(n.added_at) from brief_measures x join measure_points n on n.measure_id = x.measure_id
        where x.brief_id = any (made.briefs))) as "lastActivityAt"
  ${PROJECTS}`

const TESTED = `x.status in ('TESTING', 'ADOPTED')`
const COUNTS: Record<keyof ProgressFacts, string> = {
  areas: 'from areas x where x.project_id = p.id',
  workshops: 'from workshops x where x.id = any (held.workshops)',
  issues: `from issues i where i.workshop_id = any (held.workshops) and ${ON_THE_WALL}`,
  closedRounds: `from rounds x where ${HELD} and x.state = 'CLOSED'`,
  priorities: `from priorities x where ${HELD}`,
  rewordedPriorities: `from priorities x where ${HELD} and exists (select from statement_priorities j
    join statements s on s.id = j.statement_id and s.withdrawn_at is null where j.priority_id = x.id)`,
  statements: `from statements x where ${HELD} and x.withdrawn_at is null`,
  answeredStatements: `from statements x where ${HELD} and x.withdrawn_at is null and exists (
    select from ideas i where i.statement_id = x.id and ${ON_THE_WALL})`,
  ideas: `from ideas i where i.workshop_id = any (held.workshops) and ${ON_THE_WALL}`,
  readIdeas: `from ideas i where i.workshop_id = any (held.workshops) and ${ON_THE_WALL} and exists (
    select from critiques x where x.idea_id = i.id and ${STANDS} and x.table_id <> i.table_id)`,
  briefs: MADE,
  wholeBriefs: `${MADE} and x.target_date is not null and num_nonnulls(x.owner_id, x.owner_name) > 0
    and num_nonnulls(x.aim_how_much, x.aim_by_when, x.aim_for_whom) > 0`,
  testedBriefs: `${MADE} and ${TESTED}`,
  briefsWithTeams: `${MADE} and ${TESTED} and exists (select from test_teams t where t.brief_id = x.id)`,
  finishedCycles: `${CYCLES} = 'DONE'`,
  measures: MEASURES,
  chartedMeasures: `${MEASURES} and 12 <= (select count(*) from (
    select from measure_points n where n.measure_id = x.id and n.removed_at is null limit 12) n)`,
  decidedBriefs: `${MADE} and x.status in ('ADOPTED', 'PARKED', 'STOPPED')`,
  adoptedBriefs: `${MADE} and x.status = 'ADOPTED'`,
  publishedAdoptedBriefs: `${MADE} and x.status = 'ADOPTED' and x.published_at is not null`,
  publishedWriteUps: `from write_ups x where ${HELD} and x.published_at is not null`,
}

const FACTS = `select p.id as "projectId", ${Object.entries(COUNTS)
  .map(([name, counted]) => `(select count(*)::int ${counted}) as "${name}"`)
  .join(', ')} ${PROJECTS}`

/** What happens now in several projects, as far as the reader may know, in one statement. */
export async function listProgress(
  db: Database,
  projectIds: readonly string[],
  reader: ProgressReader,
): Promise<ProgressView[]> {
  return ask(db, NOW, projectIds, reader)
}

/** What is counted of several projects for what their phases ask for. */
export async function listProgressFacts(
  db: Database,
  projectIds: readonly string[],
  reader: ProgressReader,
): Promise<(ProgressFacts & { projectId: string })[]> {
  return ask(db, FACTS, projectIds, reader)
}

async function ask<Row extends object>(
  { $client: sql }: Database,
  statement: string,
  projectIds: readonly string[],
  { personId, everything, staff, granted }: ProgressReader,
): Promise<Row[]> {
  const token = [granted !== null, ...asValues(granted)]
  return sql.unsafe<Row[]>(statement, [[...projectIds], personId, everything, staff, ...token], {
    prepare: true,
  })
}
