import { describe, expect, test } from 'vitest'
import {
  MOST_PRIORITIES,
  readPriorities,
  refuseReason,
  refuseReasonEdit,
  refuseRewording,
  refuseSimilar,
  refuseStatement,
  refuseStatementWithdrawal,
} from '#domain/statements.ts'
import { stepNotOpen } from '#domain/steps.ts'

const open = { activityOpen: true, facilitator: false }
const closed = { activityOpen: false, facilitator: false }
const facilitator = { activityOpen: false, facilitator: true }
const mine = { ...open, own: true, withdrawn: false }

describe('writing a statement', () => {
  test('participants reword priorities while that step is open, facilitators at any time', () => {
    expect(refuseStatement(open)).toBeNull()
    expect(refuseStatement(closed)).toEqual(stepNotOpen('REFRAME'))
    expect(refuseStatement(facilitator)).toBeNull()
  })

  test('it rewords one to eight priorities, each counted once', () => {
    const ids = Array.from({ length: MOST_PRIORITIES }, (_, at) => `p${at}`)
    expect(readPriorities(ids)).toEqual({ ok: true, value: ids })
    expect(readPriorities(['a', 'A', 'a'])).toEqual({ ok: true, value: ['a'] })
    for (const wrong of [[], [...ids, 'one more']]) {
      expect(readPriorities(wrong)).toMatchObject({
        refusal: { code: 'BAD_USER_INPUT', field: 'priorityIds' },
      })
    }
  })
})

describe('wording a statement anew', () => {
  test('I reword my own while the step is open, a facilitator any at any time, nobody else mine', () => {
    expect(refuseRewording(mine)).toBeNull()
    expect(refuseRewording({ ...mine, ...closed })).toEqual(stepNotOpen('REFRAME'))
    expect(refuseRewording({ ...mine, ...facilitator, own: false })).toBeNull()
    expect(refuseRewording({ ...mine, own: false })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('what was withdrawn is brought back first, by a facilitator too', () => {
    expect(refuseRewording({ ...mine, withdrawn: true })?.message).toContain('Bring it back')
    expect(refuseRewording({ ...mine, ...facilitator, withdrawn: true })?.code).toBe('NOT_ALLOWED_NOW')
  })
})

test('a statement with ideas is not taken back, not even by a facilitator', () => {
  expect(refuseStatementWithdrawal({ ...mine, ideas: 0 })).toBeNull()
  expect(refuseStatementWithdrawal({ ...mine, ideas: 1 })?.message).toContain('so it stays')
  expect(refuseStatementWithdrawal({ ...mine, ...facilitator, ideas: 2 })?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseStatementWithdrawal({ ...mine, own: false, ideas: 1 })?.message).not.toContain('deas were')
})

test('two statements are similar to each other, never one to itself', () => {
  expect(refuseSimilar({ same: false, withdrawn: false })).toBeNull()
  expect(refuseSimilar({ same: true, withdrawn: false })).toMatchObject({ field: 'similarId' })
  expect(refuseSimilar({ same: false, withdrawn: true })?.code).toBe('NOT_ALLOWED_NOW')
})

describe('reasons', () => {
  const reason = { ...mine, statementWithdrawn: false }

  test('are given while the step is open, for a statement that stands', () => {
    expect(refuseReason({ ...open, statementWithdrawn: false })).toBeNull()
    expect(refuseReason({ ...closed, statementWithdrawn: false })).toEqual(stepNotOpen('REFRAME'))
    expect(refuseReason({ ...facilitator, statementWithdrawn: true })?.message).toContain(
      'Choose another one',
    )
  })

  test('are changed by whoever wrote them, or a facilitator, as long as they stand', () => {
    expect(refuseReasonEdit(reason)).toBeNull()
    expect(refuseReasonEdit({ ...reason, own: false })?.message).toContain('Only the person who wrote')
    expect(refuseReasonEdit({ ...reason, ...facilitator, own: false })).toBeNull()
    expect(refuseReasonEdit({ ...reason, withdrawn: true })?.message).toContain('Bring it back')
    expect(refuseReasonEdit({ ...reason, ...closed })).toEqual(stepNotOpen('REFRAME'))
  })
})
