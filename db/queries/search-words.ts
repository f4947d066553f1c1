import type { Database } from '#db/client.ts'
import { UNSEEN_MARKS } from '#db/unseen-marks.ts'
import type { Sought, StemRarity, TypedWord } from '#domain/search.ts'

/** Words of a search that are looked for; the rest of a longer one is left out. */
const WORDS = 8
/** Words that an unfinished one may become. */
const BEGUN = 8
/** Words that a mistyped one may have meant. */
const NEAR = 5

/** Addresses of sites and people are kept as words too, and are nothing that somebody meant to type. */
const NO_ADDRESS = `w.word !~ '[.@]'`

/** The words of what somebody typed, in their order, without those that stand in every text, such as "the". */
export async function readWords({ $client: sql }: Database, typed: string): Promise<TypedWord[]> {
  return sql<TypedWord[]>`
    with typed as materialized (
      select t.lexeme as word, s.stem, t.positions[cardinality(t.positions)] as place
      from unnest(to_tsvector('public.plain_words', translate(${typed}, ${`/${UNSEEN_MARKS}`}, ' '))) t,
        unnest(ts_lexize('english_stem', t.lexeme)) s(stem)
      order by place limit ${WORDS})
    select t.word, t.stem,
      case when length(t.word) > 1 and t.place = (select max(place) from typed) then (
        select coalesce(array_agg(distinct b.stem), '{}') from (
          select w.word from words w where w.word like t.word || '%' and ${sql.unsafe(NO_ADDRESS)} order by length(w.word), w.word limit ${BEGUN}) w,
          unnest(ts_lexize('english_stem', w.word)) b(stem))
      else '{}' end as begun
    from typed t order by t.place`
}

/** A word that somebody wrote. */
export type NearWord = { word: string; stem: string }

/** For each word those that somebody wrote and that are most like it, the most alike first. */
export async function listNearWords(
  { $client: sql }: Database,
  words: readonly string[],
): Promise<Map<string, NearWord[]>> {
  const rows = await sql<(NearWord & { typed: string })[]>`
    select t.word as typed, n.word, s.stem
    from unnest(${[...words]}::text[]) t(word) cross join lateral (
      select w.word, similarity(w.word, t.word) as alike from words w
      where w.word % t.word and w.word <> t.word and ${sql.unsafe(NO_ADDRESS)} order by alike desc, w.word limit ${NEAR}) n,
      unnest(ts_lexize('english_stem', n.word)) s(stem)
    order by n.alike desc, n.word`
  const near = new Map<string, NearWord[]>()
  for (const { typed, word, stem } of rows) near.set(typed, [...(near.get(typed) ?? []), { word, stem }])
  return near
}

/** What is sought in the language of text search: all of it, or any. Null where nothing is sought. */
export function tsquery(sought: Sought, joined: 'ALL' | 'ANY'): string | null {
  const parts = sought.map(({ stems, goesOn }) =>
    // Only the word as it was typed goes on; what it may become is whole.
    stems.map((stem, at) => `${quoted(stem)}${goesOn && at === 0 ? ':*' : ''}`).join(' | '),
  )
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(joined === 'ALL' ? ' & ' : ' | ')
}

/** A stem as text search reads it: whatever it holds, it stays one word. */
export function quoted(stem: string): string {
  return `'${stem.replace(/['\\]/g, '$&$&')}'`
}

/** The stems of the words of an issue or an idea. */
export async function listStems(
  { $client: sql }: Database,
  kind: 'ISSUE' | 'IDEA',
  id: string,
): Promise<string[]> {
  const table = sql(kind === 'ISSUE' ? 'issues' : 'ideas')
  const [row] = await sql<{ stems: string[] }[]>`
    select tsvector_to_array(x.search) as stems from ${table} x where x.id = ${id}`
  return row?.stems ?? []
}

/**
 * How many texts are expected to hold each of these stems, the rarest first: what the planner knows of common words. Of
 * one that it does not know it is known that it is rare.
 */
export async function listRarity(
  { $client: sql }: Database,
  stems: readonly string[],
): Promise<StemRarity[]> {
  return sql<StemRarity[]>`
    with common as (
      select e.stem, sum(e.share * c.reltuples) as expected
      from pg_stats s join pg_class c on c.relname = s.tablename and c.relnamespace = s.schemaname::regnamespace,
        unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e(stem, share)
      where s.schemaname = current_schema and s.attname = 'search'
        and s.tablename in ('issues', 'statements', 'ideas', 'critiques') and e.stem = any(${[...stems]}::text[])
      group by e.stem)
    select t.stem, coalesce(c.expected, 1)::float8 as expected
    from unnest(${[...stems]}::text[]) t(stem) left join common c on c.stem = t.stem
    order by expected, length(t.stem) desc, t.stem`
}
