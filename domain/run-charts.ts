// The run chart and its rules as in Perla RJ, Provost LP, Murray SK (2011), "The run chart: a simple analytical tool for
// learning from variation in healthcare processes", BMJ Quality & Safety 20:46-51. Astronomical points are left to the
// people who know the data.
import { type Signal, type Span, sideOf, trends } from './signals.ts'

/** Fewer points than this say nothing. */
export const RUN_CHART_POINTS = 10

const SHIFT = 6
const TREND = 5

export type RunReading = {
  median: number
  /** Runs of points on one side of the median. */
  runs: number
  /** Points that are not on the median. */
  useful: number
  /** How many runs chance alone gives; null where the published table has no row. */
  expected: { fewest: number; most: number } | null
  spans: Span[]
}

// By the number of points not on the median, from 10 to 60: the fewest and the most runs that chance alone gives.
// Table 1 of the paper, after Swed and Eisenhart (1943), Annals of Mathematical Statistics 14:66-87. The tests check
// every row against their distribution.
const EXPECTED_RUNS =
  `3-9 3-10 3-11 4-11 4-12 5-12 5-13 5-13 6-14 6-15 6-16 7-16 7-17 7-17 8-18 8-18 9-19 10-19 10-20
  10-20 11-21 11-22 11-23 12-23 12-24 12-24 13-25 13-25 14-26 14-26 15-27 15-27 16-28 16-28 17-29 17-30 17-31 18-31
  18-32 19-32 19-33 20-33 20-34 21-34 21-35 22-35 22-36 23-36 23-37 24-38 24-38`
    .split(/\s+/)
    .map((row) => row.split('-').map(Number))

/** The fewest and the most runs to expect of so many points that are not on the median. */
export function expectedRuns(useful: number): RunReading['expected'] {
  const [fewest, most] = EXPECTED_RUNS[useful - RUN_CHART_POINTS] ?? []
  return fewest === undefined || most === undefined ? null : { fewest, most }
}

/** Reads values in the order of their days. The median comes from the first points where the baseline is locked. */
export function readRunChart(values: readonly number[], baseline: number = values.length): RunReading {
  const median = medianOf(values.slice(0, baseline))
  const sides = values.map((value) => sideOf(value, median))
  const runs = runsOf(sides)
  const useful = sides.filter((side) => side !== 0).length
  const expected = expectedRuns(useful)
  const reading = { median, runs: runs.length, useful, expected }
  if (values.length < RUN_CHART_POINTS) return { ...reading, spans: [] }
  const shifts = runs.filter(({ points }) => points >= SHIFT)
  const spans: Span[] = shifts.map(({ from, to, side }) => ({ signal: 'SHIFT', from, to, side }))
  spans.push(...trends(values, TREND))
  const whole = wrongCount(runs.length, expected)
  if (whole !== null) spans.push({ signal: whole, from: 0, to: values.length - 1, side: 0 })
  return { ...reading, spans }
}

/** The middle value, or half way between the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [below = Number.NaN, above = below] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ]
  return (below + above) / 2
}

/** Points on the median belong to no run and break none. */
function runsOf(sides: readonly number[]): { from: number; to: number; side: number; points: number }[] {
  const runs: { from: number; to: number; side: number; points: number }[] = []
  for (const [at, side] of sides.entries()) {
    if (side === 0) continue
    const last = runs.at(-1)
    if (last?.side === side) {
      last.to = at
      last.points += 1
    } else runs.push({ from: at, to: at, side, points: 1 })
  }
  return runs
}

function wrongCount(runs: number, expected: RunReading['expected']): Signal | null {
  if (expected === null) return null
  if (runs < expected.fewest) return 'TOO_FEW_RUNS'
  return runs > expected.most ? 'TOO_MANY_RUNS' : null
}
