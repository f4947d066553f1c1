import { formatDay } from './dates.ts'
import { type Reading, type Refusal, refusal } from './refusal.ts'

/** What a measure is for: whether it gets better, whether we do what we meant to, and what else the change brings. */
export const MEASURE_KINDS = ['OUTCOME', 'PROCESS', 'BALANCING'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export const MEASURE_KIND_LABELS: Record<MeasureKind, string> = {
  OUTCOME: 'Outcome',
  PROCESS: 'Process',
  BALANCING: 'Balancing',
}

/** Which way is better. With NONE a change is a change, neither good nor bad. */
export const DIRECTIONS = ['UP', 'DOWN', 'NONE'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const DIRECTION_LABELS: Record<Direction, string> = {
  UP: 'Higher is better',
  DOWN: 'Lower is better',
  NONE: 'Neither is better',
}

/** Numbers up to a thousand million, to six decimals: what a double holds without loss. */
const LARGEST = 999_999_999
const DECIMALS = 6

/** A point cannot be judged against fewer than this many, so no baseline is locked to fewer. */
const BASELINE = { fewest: 12, most: 1_000 }

export const MOST_POINTS = 10_000

/** A value is a plain number. What is finer than six decimals is rounded, and there is only one zero. */
export function readValue(value: number, field = 'value'): Reading<number> {
  if (!Number.isFinite(value)) return no('Enter a number, such as 12.5.', field)
  if (Math.abs(value) > LARGEST) {
    return no('This number is too large. Use another unit, such as thousands.', field)
  }
  return { ok: true, value: Number(value.toFixed(DECIMALS)) + 0 }
}

/** A locked baseline holds from 12 to 1,000 points; null takes in every point. */
export function refuseBaselinePoints(count: number | null, field = 'baselinePoints'): Refusal | null {
  if (count === null) return null
  if (Number.isInteger(count) && count >= BASELINE.fewest && count <= BASELINE.most) return null
  const message = `Lock the baseline to ${BASELINE.fewest} to 1,000 points, or leave it open.`
  return refusal('BAD_USER_INPUT', message, field)
}

/** A new baseline starts between points: some were measured before its day, and no other starts on the same day. */
export function refuseNewBaseline(
  fromDay: string,
  standing: { firstDay: string | null; baselineDays: readonly string[] },
): Refusal | null {
  if (standing.firstDay === null || fromDay <= standing.firstDay) {
    const message = 'A new baseline starts after the first point. Choose a later day.'
    return refusal('NOT_ALLOWED_NOW', message, 'fromDay')
  }
  if (standing.baselineDays.includes(fromDay)) {
    const message = `A baseline already starts on ${formatDay(fromDay)}. Withdraw it first, or choose another day.`
    return refusal('NOT_ALLOWED_NOW', message, 'fromDay')
  }
  return null
}

/** What is asked to be added, and what a measure holds already. */
export type NewPoint = { day: string; value: number }

/**
 * A measure has one value a day. A point that is there already changes nothing; another value for the same day is
 * refused, since nobody can say which is right: the point is corrected instead, and keeps what it was.
 */
export function refusePoint(point: NewPoint, held: ReadonlyMap<string, number>): string | null {
  const value = held.get(point.day)
  if (value === undefined || value === point.value) return null
  return `${formatDay(point.day)} already has the value ${value}. Correct that point if it is wrong.`
}

function no(message: string, field: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refusal('BAD_USER_INPUT', message, field) }
}
