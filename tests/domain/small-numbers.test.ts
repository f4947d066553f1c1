import { expect, test } from 'vitest'
import { fewestBallots, mayBreakDown } from '#domain/small-numbers.ts'

test('a breakdown is shown while every part stands for five people or for nobody', () => {
  expect(mayBreakDown([5, 0, 40])).toBe(true)
  expect(mayBreakDown([])).toBe(true)
})

test('one part of fewer than five people hides the whole of it, as the others would give it away', () => {
  for (const people of [1, 2, 3, 4]) expect(mayBreakDown([people, 40])).toBe(false)
})

test('dots without ballots stand for as few people as can have given them', () => {
  expect([0, 1, 4, 5, 16, 17].map((dots) => fewestBallots(dots, 4))).toEqual([0, 1, 1, 2, 4, 5])
})
