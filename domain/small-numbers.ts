/** The fewest people whose answers are told apart from those of others, outside of the Lab. */
export const FEWEST_TOLD_APART = 5

/**
 * A breakdown in which some part stands for fewer than five people is not shown at all: with the whole and the other parts
 * in hand, anybody could work that part out. Parts of which nobody knows how many people are behind them, as with figures
 * that were published elsewhere, hide nothing.
 */
export function mayBreakDown(parts: readonly { people: number | null }[]): boolean {
  return parts.every(({ people }) => people === null || people === 0 || people >= FEWEST_TOLD_APART)
}
