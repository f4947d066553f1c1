// The XmR chart of the NHS "Making Data Count" programme: "Making data count: strengthening your decisions" (NHS England
// and NHS Improvement, 2019). The arithmetic and the two-of-three rule are as in NHSRplotthedots 0.2.2 (September 2025),
// the R package that supports the programme, without its screening of outlying ranges, which the programme's own tool does
// not do either.
import { type Span, sideOf, stretches, trends } from './signals.ts'

/** Limits from fewer points than this are provisional, and nothing is judged by them. */
export const XMR_CHART_POINTS = 12

/** Three standard deviations from moving ranges of two: 3 / 1.128. */
const LIMIT = 2.66
const SHIFT = 7
// The guide counts six. The programme's own query (NHSE SPC Charts SQL Query 2.6) takes six to eight and is set to seven.
const TREND = 6

export type XmrReading = {
  mean: number
  movingRange: number | null
  lower: number | null
  upper: number | null
  spans: Span[]
}

/**
 * Reads values in the order of their days. Mean and limits come from the first points where the baseline is locked, and
 * all points are judged by them.
 */
export function readXmrChart(values: readonly number[], baseline: number = values.length): XmrReading {
  const counted = values.slice(0, baseline)
  const mean = meanOf(counted)
  if (counted.length < 2) return { mean, movingRange: null, lower: null, upper: null, spans: [] }
  const movingRange = meanOf(counted.slice(1).map((value, at) => Math.abs(value - (counted[at] ?? value))))
  const lower = mean - LIMIT * movingRange
  const upper = mean + LIMIT * movingRange
  const reading = { mean, movingRange, lower, upper }
  if (values.length < XMR_CHART_POINTS) return { ...reading, spans: [] }
  const sides = values.map((value) => sideOf(value, mean))
  const outside = values.map((value) => beyond(value, mean, LIMIT * movingRange))
  const near = values.map((value) => beyond(value, mean, (2 / 3) * LIMIT * movingRange))
  return {
    ...reading,
    spans: [
      ...outside.flatMap((out, at): Span[] =>
        out ? [{ signal: 'OUTSIDE_LIMITS', from: at, to: at, side: sides[at] ?? 0 }] : [],
      ),
      ...shifts(sides),
      ...trends(values, TREND),
      ...twoOfThree(
        near.map((close, at) => close && !outside[at]),
        sides,
      ),
    ],
  }
}

/** Seven or more points in a row on one side of the mean; one on the mean breaks the row. */
function shifts(sides: readonly number[]): Span[] {
  return stretches(sides, SHIFT)
    .filter(({ mark }) => mark !== 0)
    .map(({ from, to, mark }) => ({ signal: 'SHIFT', from, to, side: mark }))
}

/**
 * Two of three points in a row in the outer third between mean and limit, with all three on that side of the mean. A point
 * outside the limits is not one of the two: its own rule names it (NHSRplotthedots 0.2.2, September 2025).
 */
function twoOfThree(near: readonly boolean[], sides: readonly number[]): Span[] {
  return near.flatMap((_, from): Span[] => {
    const places = [from, from + 1, from + 2]
    const close = places.filter((at) => near[at])
    const side = sides[from] ?? 0
    if (close.length < 2 || side === 0 || places.some((at) => sides[at] !== side)) return []
    return [{ signal: 'TWO_OF_THREE', from, to: from + 2, side, only: close }]
  })
}

function beyond(value: number, mean: number, distance: number): boolean {
  return sideOf(value, mean + distance) > 0 || sideOf(value, mean - distance) < 0
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
