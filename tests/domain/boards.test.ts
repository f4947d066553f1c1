import { expect, test } from 'vitest'
import { readPlace, refuseArranging } from '#domain/boards.ts'

test('a card lies on a whole unit within reach', () => {
  expect(readPlace({ x: -100_000, y: 100_000 })).toEqual({ ok: true, value: { x: -100_000, y: 100_000 } })
  expect(readPlace({ x: 0.5, y: 0 })).toMatchObject({ refusal: { code: 'BAD_USER_INPUT', field: 'x' } })
  expect(readPlace({ x: 0, y: 100_001 })).toMatchObject({ refusal: { code: 'BAD_USER_INPUT', field: 'y' } })
  expect(readPlace({ x: Number.NaN, y: 0 })).toMatchObject({ ok: false })
})

test('a facilitator arranges the board; a participant where everybody may', () => {
  const card = { facilitator: false, anyoneArranges: false, onTheWall: true }
  expect(refuseArranging({ ...card, facilitator: true })).toBeNull()
  expect(refuseArranging({ ...card, anyoneArranges: true })).toBeNull()
  expect(refuseArranging(card)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('what has left the wall has no place on it', () => {
  expect(refuseArranging({ facilitator: true, anyoneArranges: true, onTheWall: false })).toMatchObject({
    code: 'STALE_STATE',
  })
})
