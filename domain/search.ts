import type { IdeaStatus } from './ideas.ts'

/** What a search finds. */
export const SEARCH_KINDS = ['ISSUE', 'STATEMENT', 'IDEA', 'CRITIQUE'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** What a search is narrowed to, beside the workshops. */
export type SearchNarrowing = {
  kinds?: readonly SearchKind[] | null
  areaId?: string | null
  horizon?: unknown
  critiqueKind?: unknown
  issueState?: unknown
  ideaStatus?: IdeaStatus | null
}

/**
 * The kinds that can fit: an area and a state are of issues alone, a status is of ideas, and a horizon is of ideas and
 * what was said about them. What was taken back or hidden is never found.
 */
export function fittingKinds({ kinds, ideaStatus, ...rest }: SearchNarrowing): SearchKind[] {
  const [area, state, horizon, said] = [rest.areaId, rest.issueState, rest.horizon, rest.critiqueKind]
  const none = (...asked: unknown[]) => asked.every((value) => value == null)
  const fits: Record<SearchKind, boolean> = {
    ISSUE: none(horizon, said, ideaStatus),
    STATEMENT: none(area, state, horizon, said, ideaStatus),
    IDEA: none(area, state, said) && (none(ideaStatus) || isFound(ideaStatus)),
    CRITIQUE: none(area, state, ideaStatus),
  }
  return SEARCH_KINDS.filter((kind) => fits[kind] && (kinds == null || kinds.includes(kind)))
}

/** Where an idea stands that can be found: what was taken back or hidden is not searched. */
export const FOUND_IDEA_STATUSES = ['ON_THE_WALL', 'MERGED'] as const satisfies IdeaStatus[]

function isFound(status: IdeaStatus | null | undefined): boolean {
  return FOUND_IDEA_STATUSES.some((found) => found === status)
}

/** A word as somebody typed it, without accents and in lower case. */
export type TypedWord = {
  word: string
  stem: string
  /** Stems of words that begin with it, for the last one, which may not be finished. */
  begun: readonly string[]
}

/** What is looked for: one of several stems for each word. Where it goes on, what begins with the first of them is meant too. */
export type Sought = { stems: readonly string[]; goesOn: boolean }[]

/** What to look for, as it was typed. */
export function asTyped(words: readonly TypedWord[]): Sought {
  return words.map(({ stem, begun }, at) => ({
    stems: [...new Set([stem, ...begun])],
    goesOn: at === words.length - 1,
  }))
}

/** What to look for when nothing was found as typed: each word, or one of those that somebody wrote and that are most like it. */
export function asMeant(
  words: readonly TypedWord[],
  near: ReadonlyMap<string, readonly { stem: string }[]>,
): Sought {
  return asTyped(words).map(({ stems, goesOn }, at) => {
    const alike = near.get(words[at]?.word ?? '') ?? []
    return { stems: [...new Set([...stems, ...alike.map(({ stem }) => stem)])], goesOn }
  })
}

/** What was meant and not typed. Where nothing holds all that was typed, each hit holds some of it. */
export function onlyMeant(typed: Sought, meant: Sought): Sought {
  return meant
    .map(({ stems }, at) => ({
      stems: stems.filter((stem) => !typed[at]?.stems.includes(stem)),
      goesOn: false,
    }))
    .filter(({ stems }) => stems.length > 0)
}

/**
 * Which words were read as others: those that stand in nothing that was found, with the near ones that do. Only what
 * was found is named, so that nobody learns what is written where they may not read.
 */
export function corrections(
  words: readonly TypedWord[],
  near: ReadonlyMap<string, readonly { word: string }[]>,
  found: ReadonlySet<string>,
): { typed: string; meant: string[] }[] {
  return words.flatMap(({ word }) => {
    if (found.has(word)) return []
    const meant = (near.get(word) ?? []).map((one) => one.word).filter((one) => found.has(one))
    return meant.length === 0 ? [] : [{ typed: word, meant }]
  })
}

/** A stem, and how many texts are expected to hold it. */
export type StemRarity = { stem: string; expected: number }

/** Texts that are worth comparing with one: rarer words are looked for until about so many hold them. */
const COMPARED = 600
const FEWEST = 3
const MOST = 12

/** The words that tell a text from others, given the rarest first, and how much each tells. */
export function tellingStems(stems: readonly StemRarity[]): { stem: string; weight: number }[] {
  const telling: { stem: string; weight: number }[] = []
  let compared = 0
  for (const { stem, expected } of stems.slice(0, MOST)) {
    compared += expected
    if (compared > COMPARED && telling.length >= FEWEST) break
    telling.push({ stem, weight: 1 / Math.log(Math.E + expected) })
  }
  return telling
}

/** Texts that hold some of the words are worth showing as far as these words are not in every other text. */
const COMMON = 5_000

/** What is worth looking for where not all of it stands together: the rarer words, and the rarest in any case. */
export function worthAlone(sought: Sought, rarity: readonly StemRarity[]): Sought {
  const rare = new Set(
    rarity.filter(({ expected }, at) => at === 0 || expected <= COMMON).map(({ stem }) => stem),
  )
  return sought
    .map(({ stems, goesOn }) => ({
      stems: stems.filter((stem) => rare.has(stem)),
      goesOn: goesOn && rare.has(stems[0] ?? ''),
    }))
    .filter(({ stems }) => stems.length > 0)
}
