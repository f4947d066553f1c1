/** What a chart says of its points: each rule that they can meet. */
export const SIGNALS = [
  'OUTSIDE_LIMITS',
  'SHIFT',
  'TREND',
  'TWO_OF_THREE',
  'TOO_FEW_RUNS',
  'TOO_MANY_RUNS',
] as const
export type Signal = (typeof SIGNALS)[number]

/**
 * Points that meet a rule together: the first and the last by their places, and whether they lie (or go, for a
 * trend) above (1), below (-1) or neither (0). `only` names those of them that the rule is about, where not all.
 */
export type Span = { signal: Signal; from: number; to: number; side: number; only?: readonly number[] }

/** Whether a value lies above a line (1), below it (-1) or on it (0), whatever the last bit of a mean says. */
export function sideOf(value: number, line: number): number {
  const difference = value - line
  const slack = 1e-12 * (1 + Math.max(Math.abs(value), Math.abs(line)))
  return Math.abs(difference) <= slack ? 0 : Math.sign(difference)
}

/**
 * So many points or more, all going up or all going down. Of equal neighbours only the first counts, in both charts: "if
 * the value of two or more successive points is the same", the run chart's authors ignore the others (Perla, Provost and
 * Murray 2011), and the guide of Making Data Count leaves open what they do.
 */
export function trends(values: readonly number[], fewest: number): Span[] {
  const different = values.flatMap((value, at) => (at > 0 && values[at - 1] === value ? [] : [{ value, at }]))
  const spans: Span[] = []
  let [start, side] = [0, 0]
  for (let at = 1; at <= different.length; at += 1) {
    const next = Math.sign((different[at]?.value ?? Number.NaN) - (different[at - 1]?.value ?? Number.NaN))
    if (next === side) continue
    const [from, to] = [different[start]?.at, different[at - 1]?.at]
    if (at - start >= fewest && from !== undefined && to !== undefined) {
      spans.push({ signal: 'TREND', from, to, side })
    }
    start = at - 1
    side = next
  }
  return spans
}

/** Unbroken stretches of places of which the same is true, at least so many at a time. */
export function stretches<T>(marks: readonly T[], fewest: number): { from: number; to: number; mark: T }[] {
  const found: { from: number; to: number; mark: T }[] = []
  for (const [at, mark] of marks.entries()) {
    const last = found.at(-1)
    if (last !== undefined && last.mark === mark) last.to = at
    else found.push({ from: at, to: at, mark })
  }
  return found.filter(({ from, to }) => to - from + 1 >= fewest)
}
