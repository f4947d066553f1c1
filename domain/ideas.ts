import { addDays } from './dates.ts'

/** How soon an idea could be acted on: the three questions of the 2017 workshop. */
export const HORIZONS = ['FOUR_WEEKS', 'ONE_YEAR', 'LONG_TERM'] as const
export type Horizon = (typeof HORIZONS)[number]

export const HORIZON_LABELS: Record<Horizon, string> = {
  FOUR_WEEKS: 'Next four weeks',
  ONE_YEAR: 'Next year',
  LONG_TERM: 'Long-term change',
}

/** The questions as the tables of 2017 were asked them. */
export const HORIZON_QUESTIONS: Record<Horizon, string> = {
  FOUR_WEEKS: 'What should we do in the next four weeks?',
  ONE_YEAR: 'What should we do in the next year?',
  LONG_TERM: 'What should we do to support long-term change?',
}

/** Where an idea stands: on the wall, part of another idea, taken back by its author, or hidden by a facilitator. */
export const IDEA_STATUSES = ['ON_THE_WALL', 'MERGED', 'WITHDRAWN', 'HIDDEN'] as const
export type IdeaStatus = (typeof IDEA_STATUSES)[number]

/** The day by which somebody asks what became of an idea, counted from the workshop's last day; none for long-term change. */
export function dueDay(horizon: Horizon, lastDay: string): string | null {
  if (horizon === 'LONG_TERM') return null
  if (horizon === 'FOUR_WEEKS') return addDays(lastDay, 28)
  const [year = 0, month = 1, day = 1] = lastDay.split('-').map(Number)
  // 29 February has no day of its own a year later: the last of that month stands for it.
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + 1, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}

type Fate = { hiddenAt: unknown; withdrawnAt: unknown; mergedIntoId: string | null }

/** Where an idea stands. What was hidden stays hidden whatever else became of it. */
export function ideaStatus({ hiddenAt, withdrawnAt, mergedIntoId }: Fate): IdeaStatus {
  if (hiddenAt !== null) return 'HIDDEN'
  if (withdrawnAt !== null) return 'WITHDRAWN'
  return mergedIntoId === null ? 'ON_THE_WALL' : 'MERGED'
}
