import type { Database } from '#db/client.ts'
import {
  findAlike,
  findTexts,
  listMergedWith,
  type SearchHitView,
  type SearchIn,
} from '#db/queries/search.ts'
import { listNearWords, listRarity, listStems, quoted, tsquery } from '#db/queries/search-words.ts'
import {
  asMeant,
  asTyped,
  corrections,
  onlyMeant,
  type TypedWord,
  tellingStems,
  worthAlone,
} from '#domain/search.ts'

/** What a search for nothing finds. */
export const NOTHING_FOUND = { hits: [], hasMore: false, corrections: [] }

type Found = { hits: SearchHitView[]; corrections: ReturnType<typeof corrections> }

/**
 * What holds all words comes first. Where nothing does, the words are read as those most like them; where there is still
 * room, texts with some of them follow.
 */
export async function findStepwise(
  db: Database,
  words: readonly TypedWord[],
  where: SearchIn,
  first: number,
): Promise<Found> {
  const all = tsquery(asTyped(words), 'ALL')
  if (all === null) return NOTHING_FOUND
  let sought = asTyped(words)
  let hits = await findTexts(db, { query: all }, where, { first, without: [], words: false })
  let corrected: ReturnType<typeof corrections> = []
  if (hits.length === 0) {
    const near = await listNearWords(
      db,
      words.map(({ word }) => word),
    )
    const typed = sought
    sought = asMeant(words, near)
    const meant = tsquery(sought, 'ALL') ?? all
    const other = tsquery(onlyMeant(typed, sought), 'ANY')
    // Other words are rare, and it is by them that the index finds the few texts which hold the common ones too.
    if (other !== null) {
      const found = { query: `${meant} & (${other})`, rankedBy: meant }
      hits = await findTexts(db, found, where, { first, without: [], words: true })
    }
    const written = await listWritten(db, words, where)
    corrected = corrections(words, near, new Set(hits.flatMap((hit) => hit.words ?? []))).filter(
      ({ typed: word }) => !written.has(word),
    )
  }
  if (hits.length < first && sought.length > 1) {
    const without = hits.map(({ id }) => id)
    const rarity = await listRarity(
      db,
      sought.flatMap(({ stems }) => stems),
    )
    const some = tsquery(worthAlone(sought, rarity), 'ANY') ?? all
    hits = [
      ...hits,
      ...(await findTexts(db, { query: some }, where, { first: first - hits.length, without, words: false })),
    ]
  }
  return { hits, corrections: corrected }
}

/** Words that stand in some text by themselves, if not together with the others: nobody is told that nobody wrote them. */
async function listWritten(db: Database, words: readonly TypedWord[], where: SearchIn): Promise<Set<string>> {
  const written = new Set<string>()
  for (const typed of words) {
    const query = tsquery([{ stems: [typed.stem], goesOn: false }], 'ALL') ?? ''
    const [hit] = await findTexts(db, { query }, where, { first: 1, without: [], words: false })
    if (hit) written.add(typed.word)
  }
  return written
}

/** What shares the rarest words of an issue or an idea. The thing itself and what was merged with it are left out. */
export async function findSimilar(
  db: Database,
  kind: 'ISSUE' | 'IDEA',
  id: string,
  workshopIds: readonly string[] | null,
  first: number,
): Promise<SearchHitView[]> {
  const [stems, without] = await Promise.all([listStems(db, kind, id), listMergedWith(db, kind, id)])
  const telling = tellingStems(await listRarity(db, stems)).map(({ stem, weight }) => ({
    quoted: quoted(stem),
    weight,
  }))
  return findAlike(db, telling, { workshopIds, kinds: ['ISSUE', 'STATEMENT', 'IDEA'] }, { first, without })
}
