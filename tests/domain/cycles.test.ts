import { describe, expect, test } from 'vitest'
import {
  CYCLE_STATES,
  type CycleState,
  featuresOf,
  refuseCycleMove,
  refuseCycleWords,
  refuseFinish,
  refuseRamp,
} from '#domain/cycles.ts'

const written = {
  question: 'Will they come?',
  prediction: 'Three of five',
  scale: 'One clinic',
  setting: null,
  dataPlan: null,
  happened: 'Two came',
  comparison: 'Fewer than predicted',
}
const move = (from: CycleState, to: CycleState, more: Partial<typeof written & { reason: string }> = {}) =>
  refuseCycleMove({ ...written, ...more, state: from }, { from, to, reason: more.reason ?? '' })

describe('moving a cycle', () => {
  test('it goes through its parts in order', () => {
    expect(move('PLAN', 'DO')).toBeNull()
    expect(move('DO', 'STUDY')).toBeNull()
    expect(move('STUDY', 'ACT')).toBeNull()
  })

  test('no part is left out', () => {
    expect(move('PLAN', 'STUDY')).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('Do'),
    })
    expect(move('DO', 'ACT')?.code).toBe('NOT_ALLOWED_NOW')
  })

  test('it ends with a decision and in no other way', () => {
    for (const state of ['PLAN', 'DO', 'STUDY', 'ACT'] as const) {
      expect(move(state, 'DONE')?.code).toBe('NOT_ALLOWED_NOW')
    }
  })

  test.each([
    ['PLAN', 'DO', 'question'],
    ['PLAN', 'DO', 'prediction'],
    ['PLAN', 'DO', 'scale'],
    ['DO', 'STUDY', 'happened'],
    ['STUDY', 'ACT', 'comparison'],
  ] as const)('from %s to %s takes the %s', (from, to, field) => {
    expect(
      refuseCycleMove({ ...written, [field]: null, state: from }, { from, to, reason: '' }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    })
  })

  test('it goes back to any earlier part with a reason', () => {
    for (const [at, from] of CYCLE_STATES.entries()) {
      for (const to of CYCLE_STATES.slice(0, at)) {
        expect(move(from, to)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
        expect(move(from, to, { reason: 'The form was wrong.' })).toBeNull()
      }
    }
  })

  test('who looked at an earlier part is told of the present one', () => {
    expect(
      refuseCycleMove({ ...written, state: 'DO' }, { from: 'PLAN', to: 'DO', reason: '' }),
    ).toMatchObject({
      code: 'STALE_STATE',
      message: expect.stringContaining('now in Do'),
    })
    expect(move('DO', 'DO')?.code).toBe('STALE_STATE')
  })
})

test('the decision is taken in Act, once', () => {
  expect(refuseFinish('ACT')).toBeNull()
  expect(refuseFinish('DONE')?.code).toBe('STALE_STATE')
  for (const state of ['PLAN', 'DO', 'STUDY'] as const)
    expect(refuseFinish(state)?.code).toBe('NOT_ALLOWED_NOW')
})

test('only the part that the cycle is in can be written, so a prediction stays as it was predicted', () => {
  expect(refuseCycleWords('PLAN', ['question', 'prediction', 'scale', 'setting', 'dataPlan'])).toBeNull()
  expect(refuseCycleWords('DO', ['happened'])).toBeNull()
  expect(refuseCycleWords('STUDY', ['comparison'])).toBeNull()
  expect(refuseCycleWords('STUDY', [])).toBeNull()
  expect(refuseCycleWords('STUDY', ['prediction'])).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    field: 'prediction',
  })
  expect(refuseCycleWords('PLAN', ['happened'])).toMatchObject({ code: 'NOT_ALLOWED_NOW', field: 'happened' })
  expect(refuseCycleWords('DONE', ['comparison'])?.code).toBe('NOT_ALLOWED_NOW')
})

test('a ramp goes on from a cycle of the team that is done, and does not fork', () => {
  const previous = { state: 'DONE', sameTeam: true, followed: false } as const
  expect(refuseRamp(previous)).toBeNull()
  expect(refuseRamp(null)?.code).toBe('NOT_FOUND')
  expect(refuseRamp({ ...previous, sameTeam: false })?.code).toBe('NOT_FOUND')
  expect(refuseRamp({ ...previous, state: 'ACT' })?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseRamp({ ...previous, followed: true })?.code).toBe('STALE_STATE')
})

test('the mark tells which of the four features a cycle has', () => {
  const none = { linked: false, prediction: null, scale: null, dataOverTime: false, measuredDays: 0 }
  expect(featuresOf(none)).toEqual([])
  expect(featuresOf({ ...none, prediction: 'Three of five', scale: 'One clinic' })).toEqual([
    'PREDICTION',
    'SMALL_SCALE',
  ])
  expect(featuresOf({ ...none, linked: true, prediction: 'x', scale: 'y', dataOverTime: true })).toEqual([
    'ITERATION',
    'PREDICTION',
    'SMALL_SCALE',
    'DATA_OVER_TIME',
  ])
})

test('data over time is seen from three measured days, or said by hand', () => {
  const none = { linked: false, prediction: null, scale: null, dataOverTime: false, measuredDays: 2 }
  expect(featuresOf(none)).toEqual([])
  expect(featuresOf({ ...none, measuredDays: 3 })).toEqual(['DATA_OVER_TIME'])
  expect(featuresOf({ ...none, dataOverTime: true })).toEqual(['DATA_OVER_TIME'])
})
