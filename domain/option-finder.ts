// Which issue on the ballot a line of a file means.
import { matchKey } from './look-alikes.ts'
import type { LineRefusal } from './refusal.ts'

export type ImportOption = { id: string; title: string }

export type FoundOption =
  | {
      ok: true
      id: string /** True where no title says so, and the place on the ballot does. */
      byNumber: boolean
    }
  | ({ ok: false } & Pick<LineRefusal, 'code' | 'reason'>)

/** Finds by title first, as it looks; then by the number of the option on the ballot: 3, 3. or #3. */
export function optionFinder(options: readonly ImportOption[]): (issue: string) => FoundOption {
  const byTitle = new Map<string, string | null>()
  for (const { id, title } of options) {
    const key = matchKey(title)
    byTitle.set(key, byTitle.has(key) ? null : id)
  }
  // A file of 100,000 lines holds few different titles: each is looked up once.
  const known = new Map<string, FoundOption>()
  return (issue) => {
    const found = known.get(issue) ?? find(issue, options, byTitle)
    known.set(issue, found)
    return found
  }
}

function find(
  issue: string,
  options: readonly ImportOption[],
  byTitle: ReadonlyMap<string, string | null>,
): FoundOption {
  const key = matchKey(issue)
  const titled = byTitle.get(key)
  if (titled === null) {
    const reason = 'Two issues on the ballot have this title. Use the number instead.'
    return { ok: false, code: 'BAD_USER_INPUT', reason }
  }
  if (titled !== undefined) return { ok: true, id: titled, byNumber: false }
  const number = /^#?(\d+)\.?$/.exec(key)?.[1]
  const id = options[Number(number) - 1]?.id
  if (id !== undefined) return { ok: true, id, byNumber: true }
  const unknown = `No issue on the ballot is called “${shorten(issue.trim())}”.`
  return { ok: false, code: 'NOT_FOUND', reason: key === '' ? 'This line names no issue.' : unknown }
}

function shorten(words: string): string {
  const letters = [...words.slice(0, 200)]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('')
}
