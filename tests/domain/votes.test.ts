import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Ballot,
  DEFAULT_DOTS_PER_VOTER,
  DEFAULT_PRIORITIES_TO_SELECT,
  dotsEach,
  dotsInWords,
  dotsLeft,
  refuseCloseRound,
  refuseDotsPerVoter,
  refuseOpenRound,
  refusePrioritiesToSelect,
  refuseRollChange,
  refuseRoundChange,
  refuseVote,
  VOTE_OUTCOMES,
  voteRefusals,
} from '#domain/votes.ts'

const ballot: Ballot = { open: true, allowance: 4, spentOn: ['a', 'b', 'c'] }
const spent: Ballot = { ...ballot, spentOn: ['a', 'b', 'c', 'd'] }

test('how many dots everybody has is said with the number that is set', () => {
  expect(dotsEach(6)).toBe('Everybody has six dots, at most one on each issue.')
  expect(dotsEach(1)).toBe('Everybody has one dot, at most one on each issue.')
})

test('people have four dots and four issues are taken forward, as in 2017', () => {
  expect([DEFAULT_DOTS_PER_VOTER, DEFAULT_PRIORITIES_TO_SELECT]).toEqual([4, 4])
})

test('the fourth dot is mine, the fifth is refused', () => {
  expect(refuseVote(ballot, 'd')).toBeNull()
  const message = 'You have used your four dots. Take one back to move it.'
  expect(refuseVote(spent, 'e')).toEqual({ code: 'VOTE_LIMIT_REACHED', message, field: null })
})

test('pressing the same issue again changes nothing and is no error, even with all dots spent', () => {
  expect(refuseVote(spent, 'a')).toBeNull()
})

test('nothing is counted while voting is not open, not even the same issue again', () => {
  expect(refuseVote({ ...ballot, open: false }, 'd')).toMatchObject({ code: 'ROUND_CLOSED' })
  expect(refuseVote({ ...spent, open: false }, 'a')).toMatchObject({ code: 'ROUND_CLOSED' })
})

test('the sentence counts the dots that people were given', () => {
  expect(voteRefusals(1).VOTE_LIMIT_REACHED.message).toBe(
    'You have used your one dot. Take it back to move it.',
  )
  expect(voteRefusals(10).VOTE_LIMIT_REACHED.message).toContain('your ten dots')
  expect(voteRefusals(12).VOTE_LIMIT_REACHED.message).toContain('your 12 dots')
})

test('each answer of the database that refuses a dot has a sentence of its own', () => {
  const refusals = voteRefusals(4)
  for (const outcome of VOTE_OUTCOMES) expect(refusals[outcome].code).toBe(outcome)
  expect(new Set(VOTE_OUTCOMES.map((outcome) => refusals[outcome].message)).size).toBe(4)
})

test('whatever is pressed, in whatever order, nobody spends more dots than they have or two on one issue', () => {
  const presses = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 30 })
  fc.assert(
    fc.property(presses, fc.integer({ min: 1, max: 6 }), (pressed, allowance) => {
      const spentOn: string[] = []
      for (const id of pressed) {
        if (refuseVote({ open: true, allowance, spentOn }, id) === null && !spentOn.includes(id))
          spentOn.push(id)
      }
      expect(spentOn).toEqual([...new Set(pressed)].slice(0, allowance))
    }),
  )
})

test('dots left are counted down to none and never below', () => {
  expect([dotsLeft(ballot), dotsLeft(spent), dotsLeft({ allowance: 3, spentOn: spent.spentOn })]).toEqual([
    1, 0, 0,
  ])
})

test('the row of dots is said in words', () => {
  expect(dotsInWords(2, 4)).toBe('2 of 4 dots left')
  expect(dotsInWords(1, 1)).toBe('1 of 1 dot left')
  expect(dotsInWords(0, 4)).toBe('No dots left')
})

test('the rules of a round can change until the first dot, open or not, and never after', () => {
  expect(refuseRoundChange({ state: 'DRAFT', hasDots: false })).toBeNull()
  expect(refuseRoundChange({ state: 'OPEN', hasDots: false })).toBeNull()
  const frozen = { code: 'ROUND_FROZEN', message: expect.stringContaining('first dot') }
  expect(refuseRoundChange({ state: 'OPEN', hasDots: true })).toMatchObject(frozen)
  const closed = { code: 'ROUND_FROZEN', message: expect.stringContaining('has closed') }
  expect(refuseRoundChange({ state: 'CLOSED', hasDots: false })).toMatchObject(closed)
})

test('what stands on the ballot is fixed from the moment voting opens', () => {
  expect(refuseRollChange({ state: 'DRAFT' })).toBeNull()
  expect(refuseRollChange({ state: 'OPEN' })).toMatchObject({ code: 'ROUND_FROZEN' })
  expect(refuseRollChange({ state: 'CLOSED' })).toMatchObject({ code: 'ROUND_FROZEN' })
})

test.each([1, 4, 20])('%d dots or priorities are allowed', (count) => {
  expect(refuseDotsPerVoter(count)).toBeNull()
  expect(refusePrioritiesToSelect(count)).toBeNull()
})

test.each([0, -1, 21, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
  '%d dots or priorities are refused',
  (count) => {
    expect(refuseDotsPerVoter(count)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'dotsPerVoter' })
    expect(refusePrioritiesToSelect(count)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'prioritiesToSelect',
    })
  },
)

test('a round opens once, and not with an empty ballot', () => {
  expect(refuseOpenRound({ state: 'DRAFT', options: 1 })).toBeNull()
  expect(refuseOpenRound({ state: 'DRAFT', options: 0 })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(refuseOpenRound({ state: 'OPEN', options: 17 })).toMatchObject({ code: 'STALE_STATE' })
  expect(refuseOpenRound({ state: 'CLOSED', options: 17 })).toMatchObject({ code: 'ROUND_CLOSED' })
})

test('a round closes once, when it is open and its paper is agreed', () => {
  expect(refuseCloseRound({ state: 'OPEN', paperDifferences: [] })).toBeNull()
  expect(refuseCloseRound({ state: 'DRAFT', paperDifferences: [] })).toMatchObject({
    code: 'STALE_STATE',
    message: 'Voting has not been opened yet, so it cannot be closed.',
  })
  expect(refuseCloseRound({ state: 'CLOSED', paperDifferences: [] })).toMatchObject({
    code: 'STALE_STATE',
    message: 'Voting has already closed.',
  })
})

test('two people who read different numbers off the paper keep the round open', () => {
  const refused = refuseCloseRound({
    state: 'OPEN',
    paperDifferences: [{ optionId: 'a' }, { optionId: 'b' }],
  })
  expect(refused).toMatchObject({ code: 'ENTRIES_DIFFER', message: expect.stringContaining('for 2 issues') })
  const one = refuseCloseRound({ state: 'OPEN', paperDifferences: [{ optionId: 'a' }] })
  expect(one?.message).toContain('for 1 issue.')
})
