import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inFigures, numberInWords, ofTotal, percent, plural } from '#domain/numbers.ts'

test('a number is shown with its base', () => {
  expect(ofTotal(70, 154, 'vote')).toBe('70 of 154 votes (45%)')
  expect(ofTotal(1, 1, 'vote')).toBe('1 of 1 vote (100%)')
  expect(ofTotal(1, 2, 'person', 'people')).toBe('1 of 2 people (50%)')
  expect(ofTotal(0, 12_500, 'vote')).toBe('0 of 12,500 votes (0%)')
})

test('there is no share of nothing', () => {
  expect(percent(0, 0)).toBeNull()
  expect(ofTotal(0, 0, 'vote')).toBe('0 of 0 votes')
})

test('halves round up', () => {
  expect([percent(1, 8), percent(3, 8), percent(29, 200), percent(1, 200)]).toEqual([
    '13%',
    '38%',
    '15%',
    '1%',
  ])
})

test('something is never nothing, and not quite all is never all', () => {
  expect(percent(1, 1000)).toBe('less than 1%')
  expect(percent(999, 1000)).toBe('more than 99%')
  expect([percent(0, 1000), percent(1000, 1000), percent(1500, 1000)]).toEqual(['0%', '100%', '150%'])
})

test('a percentage is within half a point of the share', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
      const said = percent(Math.min(part, whole), whole) ?? ''
      if (!/^\d/.test(said)) return
      expect(Math.abs(Number.parseInt(said, 10) - (100 * Math.min(part, whole)) / whole)).toBeLessThanOrEqual(
        0.5,
      )
    }),
  )
})

test('numbers up to ten are words, and one is singular', () => {
  expect([0, 1, 4, 10, 11].map(numberInWords)).toEqual(['no', 'one', 'four', 'ten', '11'])
  expect([0, 1, 2].map((count) => plural(count, 'vote'))).toEqual(['0 votes', '1 vote', '2 votes'])
  expect(plural(2, 'person', 'people')).toBe('2 people')
  expect(inFigures(1234567)).toBe('1,234,567')
})
