/** What people wrote, as a facilitators' desk deals with it: an issue or an idea. */
export type Words = { id: string; text: string; codes: readonly string[]; hue: number | null }

/** What kind of words a desk holds, as sentences call them. */
export type Noun = { one: 'issue' | 'idea' | 'comment'; many: 'issues' | 'ideas' | 'comments' }

export const ISSUES: Noun = { one: 'issue', many: 'issues' }
export const IDEAS: Noun = { one: 'idea', many: 'ideas' }
export const COMMENTS: Noun = { one: 'comment', many: 'comments' }

/** What was merged, by the one that stayed. */
export function byTheOneThatStayed<Merged extends { mergedInto: { id: string } | null }>(
  all: readonly Merged[],
): ReadonlyMap<string, Merged[]> {
  const map = new Map<string, Merged[]>()
  for (const one of all) {
    if (one.mergedInto) map.set(one.mergedInto.id, [...(map.get(one.mergedInto.id) ?? []), one])
  }
  return map
}
