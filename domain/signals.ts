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
 * Points that meet a rule together: the first and the last by their places, and whether they lie (or go, for a trend of
 * a run chart) above (1), below (-1) or neither (0). `only` names those of them that the rule is about, where not all.
 */
export type Span = { signal: Signal; from: number; to: number; side: number; only?: readonly number[] }

/** Whether a value lies above a line (1), below it (-1) or on it (0), whatever the last bit of a mean says. */
export function sideOf(value: number, line: number): number {
  const difference = value - line
  const slack = 1e-12 * (1 + Math.max(Math.abs(value), Math.abs(line)))
  return Math.abs(difference) <= slack ? 0 : Math.sign(difference)
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
