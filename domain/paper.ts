// Votes on paper are counted twice, by two entries, and only stand when both say the same.
import { inFigures, plural } from './numbers.ts'
import { type Refusal, refusal } from './refusal.ts'

const MOST_VOTES = 100_000

export type PaperEntry = { optionId: string; votes: number }

/** Null where that entry has no figure for the option. */
export type PaperDifference = { optionId: string; first: number | null; second: number | null }

/** The two entries must agree on every option. An option that only one of them has counts as a difference. */
export function paperDifferences(
  first: readonly PaperEntry[],
  second: readonly PaperEntry[],
): PaperDifference[] {
  const one = new Map(first.map(({ optionId, votes }) => [optionId, votes]))
  const two = new Map(second.map(({ optionId, votes }) => [optionId, votes]))
  const optionIds = new Set([...one.keys(), ...two.keys()])
  return [...optionIds]
    .map((optionId) => ({ optionId, first: one.get(optionId) ?? null, second: two.get(optionId) ?? null }))
    .filter((option) => option.first !== option.second)
}

/** A count of votes is a whole number from 0 to 100,000. */
export function refuseVotes(votes: number, field: string = 'votes'): Refusal | null {
  if (Number.isInteger(votes) && votes >= 0 && votes <= MOST_VOTES) return null
  return refusal(
    'BAD_USER_INPUT',
    `Enter the votes as a whole number from 0 to ${inFigures(MOST_VOTES)}.`,
    field,
  )
}

/**
 * A voter has so many dots, and puts at most one on an issue: figures that the ballots handed in cannot hold are a slip,
 * in one or the other. Where nobody counted the ballots, nothing can be said.
 */
export function refusePaperDots(
  entry: readonly PaperEntry[],
  { ballots, dotsPerVoter }: { ballots: number | null; dotsPerVoter: number },
): Refusal | null {
  if (ballots === null) return null
  const handedIn = plural(ballots, 'paper ballot')
  const fullest = entry.find(({ votes }) => votes > ballots)
  if (fullest) {
    return refusal(
      'BAD_USER_INPUT',
      `${plural(fullest.votes, 'dot')} on one issue cannot come from ${handedIn}, with at most one dot each. Check the figure, or the number of ballots.`,
      fullest.optionId,
    )
  }
  const dots = entry.reduce((sum, { votes }) => sum + votes, 0)
  if (dots <= ballots * dotsPerVoter) return null
  return refusal(
    'BAD_USER_INPUT',
    `${handedIn} of ${plural(dotsPerVoter, 'dot')} can hold ${inFigures(ballots * dotsPerVoter)}, and ${inFigures(dots)} are entered. Check the figures, or the number of ballots.`,
    'ballots',
  )
}
