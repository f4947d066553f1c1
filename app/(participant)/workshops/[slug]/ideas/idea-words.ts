import type { CritiqueKind } from '#domain/critiques.ts'
import { formatDay } from '#domain/dates.ts'
import { dueDay, HORIZON_QUESTIONS, type Horizon } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import type { WallIdeaFragment } from './ideas.generated.ts'

const KINDS: Record<CritiqueKind, [one: string, many: string]> = {
  UNINTENDED_CONSEQUENCE: ['unintended consequence', 'unintended consequences'],
  COULD_WORK_WELL: ['reason why it could work really well', 'reasons why it could work really well'],
  QUESTION: ['question', 'questions'],
  BUILD: ['thing to build on it', 'things to build on it'],
}

/** What has been said about an idea: "2 questions, 1 unintended consequence and 3 answers". */
export function commentsInWords({
  critiqueCounts,
  critiqueCount,
}: Pick<WallIdeaFragment, 'critiqueCounts' | 'critiqueCount'>): string {
  if (critiqueCount === 0) return 'No comments yet'
  const begun = critiqueCounts.reduce((sum, { count }) => sum + count, 0)
  const parts = critiqueCounts.map(({ kind, count }) => plural(count, ...KINDS[kind]))
  if (critiqueCount > begun) parts.push(plural(critiqueCount - begun, 'answer'))
  return new Intl.ListFormat('en-GB').format(parts)
}

/** How many support an idea: "3 people support this". Null when nobody does. */
export function supportInWords(supporters: number): string | null {
  if (supporters === 0) return null
  return supporters === 1
    ? '1 person supports this'
    : `${plural(supporters, 'person', 'people')} support this`
}

/** What a horizon asks, and by when: "What should we do in the next four weeks? By 10 August 2017." */
export function horizonInWords(horizon: Horizon, lastDay: string): string {
  const due = dueDay(horizon, lastDay)
  return due ? `${HORIZON_QUESTIONS[horizon]} By ${formatDay(due)}.` : HORIZON_QUESTIONS[horizon]
}
