import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperDifferences, refusePaperDots, refuseVotes } from '#domain/paper.ts'

test('two entries that say the same differ in nothing, in whatever order', () => {
  const first = [
    { optionId: 'a', votes: 3 },
    { optionId: 'b', votes: 0 },
  ]
  expect(paperDifferences(first, first.toReversed())).toEqual([])
  expect(paperDifferences([], [])).toEqual([])
})

test('every option on which they part is listed with both figures', () => {
  const first = [
    { optionId: 'a', votes: 3 },
    { optionId: 'b', votes: 5 },
  ]
  const second = [
    { optionId: 'a', votes: 4 },
    { optionId: 'b', votes: 5 },
  ]
  expect(paperDifferences(first, second)).toEqual([{ optionId: 'a', first: 3, second: 4 }])
})

test('a figure that only one of them has is a difference, and a missing one is not zero', () => {
  const zero = [{ optionId: 'a', votes: 0 }]
  expect(paperDifferences(zero, [])).toEqual([{ optionId: 'a', first: 0, second: null }])
  expect(paperDifferences([], zero)).toEqual([{ optionId: 'a', first: null, second: 0 }])
})

test('the same differences are found whoever entered first', () => {
  const entry = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(2))
  fc.assert(
    fc.property(entry, entry, (one, two) => {
      const list = (votes: Record<string, number>) =>
        Object.entries(votes).map(([optionId, count]) => ({ optionId, votes: count }))
      const ids = ['a', 'b', 'c', 'd'].filter((id) => one[id] !== two[id])
      expect(
        paperDifferences(list(one), list(two))
          .map(({ optionId }) => optionId)
          .sort(),
      ).toEqual(ids)
      expect(
        paperDifferences(list(two), list(one))
          .map(({ optionId }) => optionId)
          .sort(),
      ).toEqual(ids)
    }),
  )
})

test('a count of votes is a whole number from 0 to 100,000', () => {
  for (const votes of [0, 1, 100_000]) expect(refuseVotes(votes)).toBeNull()
  const message = 'Enter the votes as a whole number from 0 to 100,000.'
  for (const votes of [-1, 1.5, 100_001, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(refuseVotes(votes)).toEqual({ code: 'BAD_USER_INPUT', message, field: 'votes' })
  }
  expect(refuseVotes(-1, 'firstEntry')?.field).toBe('firstEntry')
})

const FIVES = ['a', 'b', 'c'].map((optionId) => ({ optionId, votes: 5 }))

test('more dots on one issue than there are ballots are a slip, and the issue is named', () => {
  expect(refusePaperDots(FIVES, { ballots: 5, dotsPerVoter: 4 })).toBeNull()
  expect(refusePaperDots(FIVES, { ballots: 1, dotsPerVoter: 4 })).toEqual({
    code: 'BAD_USER_INPUT',
    message:
      '5 dots on one issue cannot come from 1 paper ballot, with at most one dot each. Check the figure, or the number of ballots.',
    field: 'a',
  })
})

test('more dots in all than the ballots can hold are a slip', () => {
  expect(refusePaperDots(FIVES, { ballots: 5, dotsPerVoter: 3 })).toBeNull()
  expect(refusePaperDots(FIVES, { ballots: 5, dotsPerVoter: 2 })).toEqual({
    code: 'BAD_USER_INPUT',
    message:
      '5 paper ballots of 2 dots can hold 10, and 15 are entered. Check the figures, or the number of ballots.',
    field: 'ballots',
  })
  expect(refusePaperDots(FIVES, { ballots: 0, dotsPerVoter: 4 })).not.toBeNull()
})

test('without a number of ballots, or without dots, there is nothing to object to', () => {
  expect(refusePaperDots(FIVES, { ballots: null, dotsPerVoter: 1 })).toBeNull()
  expect(refusePaperDots([], { ballots: 0, dotsPerVoter: 1 })).toBeNull()
})
