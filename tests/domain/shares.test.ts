import { expect, test } from 'vitest'
import { reconcile } from '#domain/reconciliation.ts'
import {
  type OptionFigure,
  type RoundFigures,
  shareBase,
  sharesInWords,
  unusedDots,
} from '#domain/results.ts'
import { ROUND_2017 } from './peer-support-2017.ts'

function options(dots: readonly (number | null)[]): OptionFigure[] {
  return dots.map((count, index) => ({
    id: `${index}`,
    dotsByChannel: count === null ? null : { OWN_DEVICE: count },
  }))
}

test('dots kept in hand are counted only when both sides are known and make sense', () => {
  const round = { ...ROUND_2017, dotsPerVoter: 4, ballots: 40, dotsFromBallots: 154 }
  expect(unusedDots(round)).toBe(6)
  expect(unusedDots({ ...round, dotsFromBallots: 160 })).toBe(0)
  expect(unusedDots({ ...round, dotsFromBallots: 161 })).toBeNull()
  expect(unusedDots({ ...round, ballots: null })).toBeNull()
  expect(unusedDots({ ...round, dotsFromBallots: null })).toBeNull()
})

test('dots kept in hand are what the dot-limit line leaves, whatever came beside the ballots', () => {
  const options = [
    { id: 'a', dotsByChannel: { OWN_DEVICE: 6, PAPER: 3, IMPORTED: 9 } },
    { id: 'b', dotsByChannel: { OWN_DEVICE: 1, IMPORTED: 2 } },
  ]
  const round: RoundFigures = {
    ...{ options, prioritiesToSelect: 1, dotsPerVoter: 4, published: null, joined: 5 },
    ...{ ballots: 5, paperBallots: 1, dotsFromBallots: 11, dotsFromTally: 7 },
  }
  for (const figures of [round, { ...round, ballots: 4, paperBallots: null }]) {
    const limit = reconcile(figures).lines.find(({ check }) => check === 'LIMIT')
    expect(limit).toMatchObject({ status: 'AGREES', gap: unusedDots(figures) })
  }
})

test('shares that do not add up to 100% say why, and none goes past it', () => {
  const stated = (dots: number) => ({ options: null, dots, topOptions: null, topDots: null })
  expect(sharesInWords({ options: options([1, 1, 2]), published: null })).toBeNull()
  expect(sharesInWords({ options: options([1, 1, 1]), published: null })).toBe(
    'The shares add up to 99%, as each is rounded.',
  )
  expect(sharesInWords({ options: options([3, 4]), published: stated(10) })).toBe(
    'The shares add up to 70%: 3 of the 10 votes published cannot be placed.',
  )
  const over = { options: options([12]), published: stated(10) }
  expect(shareBase(over)).toEqual({ dots: 12, name: 'COUNTED' })
  expect(sharesInWords(over)).toBe('Shares are of the 12 votes counted, because only 10 were published.')
  expect(sharesInWords({ options: options([0, 0]), published: null })).toBeNull()
  expect(sharesInWords({ options: options([null]), published: stated(10) })).toBeNull()
  expect(sharesInWords(ROUND_2017)).toBe(
    'The shares add up to 97%: 7 of the 154 votes published cannot be placed, and each share is rounded.',
  )
})
