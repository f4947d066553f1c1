/** The fewest people whose answers are told apart from those of others, outside of the Lab. */
export const FEWEST_TOLD_APART = 5

/**
 * Whether a whole may be shown in parts of so many people each. A breakdown in which some part stands for fewer than five is
 * not shown at all: with the whole and the other parts in hand, anybody could work that part out.
 */
export function mayBreakDown(parts: readonly number[]): boolean {
  return parts.every((people) => people === 0 || people >= FEWEST_TOLD_APART)
}

/** How few people can have given so many dots, where nobody counted their ballots. */
export function fewestBallots(dots: number, dotsPerVoter: number): number {
  return Math.ceil(dots / dotsPerVoter)
}
