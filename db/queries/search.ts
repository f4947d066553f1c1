import type { Database } from '#db/client.ts'
import type { CritiqueKind } from '#domain/critiques.ts'
import type { Horizon, IdeaStatus } from '#domain/ideas.ts'
import type { IssueState } from '#domain/issues.ts'
import type { SearchKind } from '#domain/search.ts'
import type { Granted } from '#domain/tokens.ts'
import { asValues } from './granted.ts'

/** Something that was found, as its row shows it. */
export type SearchHitView = {
  kind: SearchKind
  id: string
  text: string
  workshopTitle: string
  workshopSlug: string
  projectTitle: string
  areaName: string | null
  horizon: Horizon | null
  critiqueKind: CritiqueKind | null
  issueState: IssueState | null
  tableCodes: string[]
  /** The idea on whose page a comment stands. */
  ideaId: string | null
  /** Its words, where they were asked for. */
  words: string[] | null
}

/** Where to search: what is not in one of these workshops is not found. Null is every workshop that is not deleted. */
export type SearchIn = {
  workshopIds: readonly string[] | null
  kinds: readonly SearchKind[]
  areaId?: string | null
  horizon?: Horizon | null
  critiqueKind?: CritiqueKind | null
  issueState?: IssueState | null
  ideaStatus?: IdeaStatus | null
}

/** Texts of each kind that are ranked. A word that stands in more is too common for ranks to mean much. */
const RANKED = 300

/** Whose right to read workshops a list goes by: all of them, what a partner was granted, or the person's own. */
export type WorkshopReader = { personId: string | null; everything: boolean; granted: Granted | null }

/** The workshops that somebody may read, deleted ones left out: published ones and those they sit in, or null for all. */
export async function listReadableWorkshops(
  { $client: sql }: Database,
  reader: WorkshopReader,
  only: { workshopId?: string | null; projectId?: string | null },
): Promise<string[] | null> {
  if (reader.everything && !only.workshopId && !only.projectId) return null
  const [all, some] = asValues(reader.granted)
  const rows = await sql<{ id: string }[]>`
    select w.id from workshops w
    where w.deleted_at is null
      and (${reader.granted === null || all} or w.id = any(${some}::uuid[]))
      and (${only.workshopId ?? null}::uuid is null or w.id = ${only.workshopId ?? null})
      and (${only.projectId ?? null}::uuid is null or w.project_id = ${only.projectId ?? null})
      and (${reader.everything} or w.published_at is not null or exists (select from seats s
        where s.workshop_id = w.id and s.person_id = ${reader.personId} and s.removed_at is null))`
  return rows.map(({ id }) => id)
}

/** Finds texts that match, the best first. Hits that were found before are left out. */
export async function findTexts(
  db: Database,
  { query, rankedBy = query }: { query: string; rankedBy?: string },
  where: SearchIn,
  wanted: { first: number; without: readonly string[]; words: boolean },
): Promise<SearchHitView[]> {
  if (where.kinds.length === 0 || where.workshopIds?.length === 0) return []
  const values = [query, listed(where.workshopIds ?? []), listed(wanted.without)]
  const put = (value: string) => `$${values.push(value)}`
  const rank = `ts_rank(t.search, ${put(rankedBy)}::tsquery)`
  const candidates = where.kinds.map((kind) => candidatesOf(kind, where, put, rank))
  const best = `select * from (${candidates.join(' union all ')}) c(kind, id, rank) order by rank desc, id limit ${wanted.first}`
  return select(db, best, values, wanted.words)
}

/** Finds texts that share the rarest of these words, the more and the rarer the better. One in common is not enough. */
export async function findAlike(
  db: Database,
  stems: readonly { quoted: string; weight: number }[],
  where: SearchIn,
  wanted: { first: number; without: readonly string[] },
): Promise<SearchHitView[]> {
  if (stems.length === 0 || where.workshopIds?.length === 0) return []
  const any = stems.map(({ quoted }) => quoted).join(' | ')
  const values = [any, listed(where.workshopIds ?? []), listed(wanted.without)]
  const put = (value: string) => `$${values.push(value)}`
  const shared = stems.map(({ quoted }) => `(t.search @@ ${put(quoted)}::tsquery)::int`)
  const rank = shared.map((one, at) => `${one} * ${(stems[at]?.weight ?? 0).toFixed(4)}`).join(' + ')
  const candidates = where.kinds.map((kind) =>
    candidatesOf(kind, where, put, `${rank}, ${shared.join(' + ')}`),
  )
  const best = `select kind, id, rank from (${candidates.join(' union all ')}) c(kind, id, rank, shared)
    where shared >= ${Math.min(2, stems.length)} order by rank desc, id limit ${wanted.first}`
  return select(db, best, values, false)
}

/** An issue or an idea, and everything of its kind that it was merged with. */
export async function listMergedWith(
  { $client: sql }: Database,
  kind: 'ISSUE' | 'IDEA',
  id: string,
): Promise<string[]> {
  const table = sql(kind === 'ISSUE' ? 'issues' : 'ideas')
  const rows = await sql<{ id: string }[]>`
    with into_one as (select coalesce(x.merged_into_id, x.id) as id from ${table} x where x.id = ${id})
    select x.id from ${table} x, into_one o where x.id = o.id or x.merged_into_id = o.id`
  return rows.map((row) => row.id)
}

function listed(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}

/** What the texts of each kind are read from, and what must hold of them to be on the wall. */
const SOURCES: Record<SearchKind, string> = {
  ISSUE: 'issues x where x.hidden_at is null and x.withdrawn_at is null',
  STATEMENT: 'statements x where x.withdrawn_at is null',
  IDEA: 'ideas x where x.hidden_at is null and x.withdrawn_at is null',
  // The idea is looked up for each comment that matches: joined otherwise, all comments are read in the order of ideas.
  CRITIQUE: `critiques x cross join lateral (select i.horizon from ideas i
      where i.id = x.idea_id and i.hidden_at is null and i.withdrawn_at is null offset 0) i
    where x.hidden_at is null and x.withdrawn_at is null`,
}

function candidatesOf(
  kind: SearchKind,
  where: SearchIn,
  put: (value: string) => string,
  rank: string,
): string {
  const and = [
    where.areaId ? ` and x.area_id = ${put(where.areaId)}::uuid` : '',
    where.issueState ? ` and x.state = ${put(where.issueState)}::issue_state` : '',
    where.horizon ? ` and ${kind === 'IDEA' ? 'x' : 'i'}.horizon = ${put(where.horizon)}::horizon` : '',
    where.critiqueKind ? ` and x.kind = ${put(where.critiqueKind)}::critique_kind` : '',
    where.ideaStatus ? ` and x.merged_into_id is ${where.ideaStatus === 'MERGED' ? 'not null' : 'null'}` : '',
  ].join('')
  const inside =
    where.workshopIds === null
      ? 'x.workshop_id <> all(array(select w.id from workshops w where w.deleted_at is not null)) and $2::uuid[] is not null'
      : 'x.workshop_id = any($2::uuid[])'
  return `select '${kind}' as kind, t.id, ${rank} from (
    select x.id, x.search from ${SOURCES[kind]} and x.search @@ $1::tsquery and ${inside}
      and x.id <> all($3::uuid[])${and} limit ${RANKED}) t`
}

/**
 * Rows of the best hits. NOTE: which they are is planned each time with the values at hand, as one word is rare and the
 * next in every other text; and never by reading a whole table, which estimates of words that never stand together would
 * make look cheap. Their rows are then looked up in one way, planned once.
 */
async function select(
  { $client }: Database,
  best: string,
  values: string[],
  words: boolean,
): Promise<SearchHitView[]> {
  const hits = await $client.begin(async (sql) => {
    await sql.unsafe('set local enable_seqscan = off')
    return sql.unsafe<{ kind: SearchKind; id: string }[]>(best, values, { prepare: false })
  })
  if (hits.length === 0) return []
  const ids = listed(hits.map(({ id }) => id))
  return $client.unsafe<SearchHitView[]>(ROWS(words), [listed(hits.map(({ kind }) => kind)), ids], {
    prepare: true,
  })
}

const ROWS = (words: boolean) => `
  select b.kind, b.id, t.text, w.title as "workshopTitle", w.slug as "workshopSlug", p.title as "projectTitle",
    a.name as "areaName", coalesce(d.horizon, o.horizon) as horizon, c.kind as "critiqueKind", n.state as "issueState",
    case when n.id is not null then array(select y.code from issue_tables x join tables y on y.id = x.table_id
      where x.issue_id = n.id order by y.code) else array_remove(array[y.code], null) end as "tableCodes",
    coalesce(o.merged_into_id, o.id) as "ideaId",
    ${words ? `tsvector_to_array(to_tsvector('public.plain_words', translate(t.text, '/', ' ')))` : 'null'} as words
  from unnest($1::text[], $2::uuid[]) with ordinality b(kind, id, place)
    left join issues n on b.kind = 'ISSUE' and n.id = b.id
    left join areas a on a.id = n.area_id
    left join statements s on b.kind = 'STATEMENT' and s.id = b.id
    left join ideas d on b.kind = 'IDEA' and d.id = b.id
    left join critiques c on b.kind = 'CRITIQUE' and c.id = b.id
    left join ideas o on o.id = c.idea_id
    left join tables y on y.id = coalesce(d.table_id, c.table_id)
    cross join lateral (select coalesce(n.title, s.title, d.text, c.text) as text,
      coalesce(n.workshop_id, s.workshop_id, d.workshop_id, c.workshop_id) as workshop_id) t
    join workshops w on w.id = t.workshop_id
    join projects p on p.id = w.project_id
  order by b.place`
