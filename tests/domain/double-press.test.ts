import { expect, test } from 'vitest'
import { isDoublePress } from '#app/_ui/double-press.ts'

test('a press within half a second of the one before is its double, a later one is a wish of its own', () => {
  const first = { timeStamp: 1_000 }
  expect(isDoublePress(first, { timeStamp: 1_180 })).toBe(true)
  expect(isDoublePress(first, { timeStamp: 1_500 })).toBe(false)
  expect(isDoublePress(null, { timeStamp: 1 })).toBe(false)
})
