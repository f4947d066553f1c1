import { connect, type Database } from '../db/client.ts'
import { readWords } from '../db/queries/search-words.ts'
import { SEARCH_KINDS } from '../domain/search.ts'
import { findSimilar, findStepwise } from '../graphql/find-texts.ts'
import type { Times } from './times.ts'

const EACH = 20
/** An administrator reads everything: nobody's searches have more to look through. */
const EVERYWHERE = { workshopIds: null, kinds: SEARCH_KINDS }

/** Times typical searches through the 200,000 texts. Each is asked once before it counts. */
export async function timeSearches(url: string): Promise<Times[]> {
  const { db, close } = connect(url, { pool: 1 })
  try {
    const { common, rare, issues } = await findWords(db)
    const typo = rare.map((word) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`)
    const ask = async (typed: string) => {
      await findStepwise(db, await readWords(db, typed), EVERYWHERE, 21)
    }
    const searches: [string, readonly string[], (asked: string) => Promise<unknown>][] = [
      ['a rare word', rare, ask],
      ['a word of every other text', common, ask],
      ['two such words', common.map((word, at) => `${word} ${common[at + 1] ?? common[0]}`), ask],
      ['one of each', rare.map((word, at) => `${common[at % common.length]} ${word}`), ask],
      ['a rare word, mistyped', typo, ask],
      ['both, the rare one mistyped', typo.map((word, at) => `${common[at % common.length]} ${word}`), ask],
      ['the first letters of a word', rare.map((word) => word.slice(0, 3)), ask],
      ['similar to an issue', issues, (id) => findSimilar(db, 'ISSUE', id, null, 8)],
    ]
    const times: Times[] = []
    for (const [name, asked, search] of searches) times.push({ name, ...(await time(asked, search)) })
    return times
  } finally {
    await close()
  }
}

async function time(asked: readonly string[], search: (asked: string) => Promise<unknown>) {
  const taken: number[] = []
  for (const round of ['warm-up', 'counted']) {
    for (const one of asked) {
      const start = performance.now()
      await search(one)
      if (round === 'counted') taken.push(performance.now() - start)
    }
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** Words of the data set: those that stand in most texts, and others that are rare and long enough to be mistyped. */
async function findWords({ $client: sql }: Database) {
  const texts = sql`ideas i join workshops w on w.id = i.workshop_id and w.slug like 'texts-%'`
  const common = await sql<{ word: string }[]>`
    select x.word from (select unnest(string_to_array(i.text, ' ')) as word from ${texts} limit 20000) x
    group by x.word order by count(*) desc limit 4`
  const rare = await sql<{ word: string }[]>`
    select x.word from words x where length(x.word) between 8 and 12 and x.word ~ '^[a-z]+$' order by md5(x.word) limit ${EACH}`
  const issues = await sql<{ id: string }[]>`
    select n.id from issues n join workshops w on w.id = n.workshop_id and w.slug like 'texts-%'
    order by md5(n.id::text) limit ${EACH}`
  return {
    common: common.map(({ word }) => word),
    rare: rare.map(({ word }) => word),
    issues: issues.map(({ id }) => id),
  }
}
