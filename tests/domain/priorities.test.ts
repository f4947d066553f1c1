import { expect, test } from 'vitest'
import { refusePriorities } from '#domain/priorities.ts'

const choice = {
  roundState: 'CLOSED',
  optionIds: ['a', 'b'],
  rollIds: ['a', 'b', 'c', 'd'],
  cut: { above: ['a', 'b'], tiedAcross: [] },
  reason: null,
} as const

test('the issues above the cut are taken forward without a reason, in any order', () => {
  expect(refusePriorities(choice)).toBeNull()
  expect(refusePriorities({ ...choice, optionIds: ['b', 'a', 'a'] })).toBeNull()
})

test('nothing is declared while people can still vote', () => {
  expect(refusePriorities({ ...choice, roundState: 'OPEN' })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(refusePriorities({ ...choice, roundState: 'DRAFT', reason: 'Because' })).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
})

test('a tie across the cut needs a reason, whatever is chosen', () => {
  const tie = { ...choice, cut: { above: ['a'], tiedAcross: ['b', 'c'] } }
  expect(refusePriorities(tie)).toMatchObject({ code: 'TIE_NEEDS_REASON', field: 'reason' })
  expect(refusePriorities({ ...tie, reason: ' ' })).toMatchObject({ code: 'TIE_NEEDS_REASON' })
  expect(refusePriorities({ ...tie, optionIds: ['a'] })).toMatchObject({ code: 'TIE_NEEDS_REASON' })
  expect(refusePriorities({ ...tie, reason: 'b was raised by two tables' })).toBeNull()
})

test.each([[['a', 'c']], [['a']], [['a', 'b', 'c']]])(
  'another choice than the vote’s needs a reason: %j',
  (optionIds) => {
    const message = 'These are not the issues that the vote put above the cut. Say why you take them.'
    expect(refusePriorities({ ...choice, optionIds })).toEqual({
      code: 'BAD_USER_INPUT',
      message,
      field: 'reason',
    })
    expect(refusePriorities({ ...choice, optionIds, reason: 'Because' })).toBeNull()
  },
)

test('only what stood on the ballot is taken forward, and at least one of it', () => {
  const strange = { ...choice, optionIds: ['a', 'x'], reason: 'Because' }
  expect(refusePriorities(strange)).toMatchObject({ code: 'NOT_FOUND', field: 'optionIds' })
  const nothing = { ...choice, optionIds: [], reason: 'Because' }
  expect(refusePriorities(nothing)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'optionIds' })
})
