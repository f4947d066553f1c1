import { expect, test } from 'vitest'
import { mayBreakDown } from '#domain/small-numbers.ts'

test('a breakdown is shown while every part stands for five people or for nobody', () => {
  expect(mayBreakDown([{ people: 5 }, { people: 0 }, { people: 40 }])).toBe(true)
  expect(mayBreakDown([])).toBe(true)
})

test('one part of fewer than five people hides the whole of it, as the others would give it away', () => {
  for (const people of [1, 2, 3, 4]) expect(mayBreakDown([{ people }, { people: 40 }])).toBe(false)
})

test('figures without people behind them hide nothing', () => {
  expect(mayBreakDown([{ people: null }])).toBe(true)
  expect(mayBreakDown([{ people: null }, { people: 4 }])).toBe(false)
})
