import { numberInWords, plural } from './numbers.ts'
import { type Refusal, refusal } from './refusal.ts'

/** A round is set up as a draft, opened once and closed once. A closed round is never reopened. */
export const ROUND_STATES = ['DRAFT', 'OPEN', 'CLOSED'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** How dots came in. */
export const CHANNELS = ['OWN_DEVICE', 'TABLE_DEVICE', 'PAPER', 'IMPORTED'] as const
export type Channel = (typeof CHANNELS)[number]

/** "Each attendee at the workshop was given four votes" (2017). */
export const DEFAULT_DOTS_PER_VOTER = 4

/** Four of the 17 issues of 2017 were taken forward. */
export const DEFAULT_PRIORITIES_TO_SELECT = 4

const MOST_DOTS = 20

/** One voter's dots in a round. */
export type Ballot = { open: boolean; allowance: number; spentOn: readonly string[] }

/** What the database may answer to a dot instead of counting it. */
export const VOTE_OUTCOMES = ['ROUND_CLOSED', 'VOTE_LIMIT_REACHED', 'NOT_FOUND', 'ISSUE_NOT_VOTABLE'] as const
export type VoteOutcome = (typeof VOTE_OUTCOMES)[number]

/** The sentence for each dot that cannot be counted. */
export function voteRefusals(allowance: number): Record<VoteOutcome, Refusal> {
  return {
    ROUND_CLOSED: refusal('ROUND_CLOSED', 'Voting is not open. The dots you have placed stay as they are.'),
    VOTE_LIMIT_REACHED: refusal('VOTE_LIMIT_REACHED', limitReached(allowance)),
    NOT_FOUND: refusal(
      'NOT_FOUND',
      'This issue is not on the ballot. Reload the page to see the issues you can vote for.',
    ),
    ISSUE_NOT_VOTABLE: refusal(
      'ISSUE_NOT_VOTABLE',
      'This issue has been taken off the ballot. Put your dot on another one.',
    ),
  }
}

/**
 * While voting is open I may put each of my dots on a different issue: "people were asked not to vote more than once
 * for the same issue" (2017). Pressing the same issue again changes nothing and is no error.
 */
export function refuseVote(ballot: Ballot, optionId: string): Refusal | null {
  if (!ballot.open) return voteRefusals(ballot.allowance).ROUND_CLOSED
  if (ballot.spentOn.includes(optionId)) return null
  return dotsLeft(ballot) > 0 ? null : voteRefusals(ballot.allowance).VOTE_LIMIT_REACHED
}

/** I see how many dots I still have; never fewer than none. */
export function dotsLeft(ballot: Pick<Ballot, 'allowance' | 'spentOn'>): number {
  return Math.max(0, ballot.allowance - ballot.spentOn.length)
}

/** The row of dots, in words: "2 of 4 dots left". */
export function dotsInWords(left: number, allowance: number): string {
  return left <= 0 ? 'No dots left' : `${left} of ${plural(allowance, 'dot')} left`
}

/** How many dots there are to put, for whoever reads about a vote: "Everybody has four dots, at most one on each issue." */
export function dotsEach(dotsPerVoter: number): string {
  return `Everybody has ${numberInWords(dotsPerVoter)} ${dotsPerVoter === 1 ? 'dot' : 'dots'}, at most one on each issue.`
}

/** The rules of a vote stand from the first dot: dots per person and secrecy cannot change under those who have voted. */
export function refuseRoundChange(round: { state: RoundState; hasDots: boolean }): Refusal | null {
  if (round.state === 'CLOSED') {
    return refusal(
      'ROUND_FROZEN',
      'This round has closed, so its rules are fixed. Set up a new round to vote again.',
    )
  }
  if (!round.hasDots) return null
  return refusal(
    'ROUND_FROZEN',
    'The first dot has been placed, so the rules are fixed. Use other rules in a new round.',
  )
}

/** What stands on the ballot is fixed when the round opens, so that everyone votes on the same list. */
export function refuseRollChange(round: { state: RoundState }): Refusal | null {
  if (round.state === 'DRAFT') return null
  return refusal(
    'ROUND_FROZEN',
    'The ballot was fixed when voting opened. Set up a new round to vote on other issues.',
  )
}

/** Everyone gets between 1 and 20 dots; 2017 gave four. */
export function refuseDotsPerVoter(dots: number): Refusal | null {
  if (isWholeFrom1To(dots, MOST_DOTS)) return null
  return refusal(
    'BAD_USER_INPUT',
    `Give each person a whole number of dots from 1 to ${MOST_DOTS}.`,
    'dotsPerVoter',
  )
}

/** Between 1 and 20 issues are taken forward; 2017 took four. */
export function refusePrioritiesToSelect(count: number): Refusal | null {
  if (isWholeFrom1To(count, MOST_DOTS)) return null
  return refusal(
    'BAD_USER_INPUT',
    `Select a whole number of priorities from 1 to ${MOST_DOTS}.`,
    'prioritiesToSelect',
  )
}

/** A round opens once, with something on its ballot. */
export function refuseOpenRound(round: { state: RoundState; options: number }): Refusal | null {
  if (round.state === 'OPEN') return refusal('STALE_STATE', 'Voting is already open.')
  if (round.state === 'CLOSED') {
    return refusal('ROUND_CLOSED', 'A closed round is not reopened. Set up a new round to vote again.')
  }
  if (round.options > 0) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'There is nothing to vote on yet. Put at least one issue forward, then open voting.',
  )
}

/** A round closes once, and not while two people read different numbers off the same paper. */
export function refuseCloseRound(round: {
  state: RoundState
  paperDifferences: readonly { optionId: string }[]
}): Refusal | null {
  if (round.state === 'DRAFT')
    return refusal('STALE_STATE', 'Voting has not been opened yet, so it cannot be closed.')
  if (round.state === 'CLOSED') return refusal('STALE_STATE', 'Voting has already closed.')
  const count = round.paperDifferences.length
  if (count === 0) return null
  const issues = plural(count, 'issue')
  return refusal(
    'ENTRIES_DIFFER',
    `The two entries of the paper votes differ for ${issues}. Check the paper, then close voting.`,
  )
}

function limitReached(allowance: number): string {
  return allowance === 1
    ? 'You have used your one dot. Take it back to move it.'
    : `You have used your ${numberInWords(allowance)} dots. Take one back to move it.`
}

function isWholeFrom1To(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most
}
