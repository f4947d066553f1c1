import { describe, expect, test } from 'vitest'
import {
  dueDay,
  ideaStatus,
  type MergeableIdea,
  refuseIdea,
  refuseIdeaEdit,
  refuseIdeaMerge,
  refuseIdeaReturn,
  refuseIdeaUnmerge,
  refuseIdeaWithdrawal,
  refuseSupport,
} from '#domain/ideas.ts'
import { stepNotOpen } from '#domain/steps.ts'

const open = { activityOpen: true, facilitator: false }
const closed = { activityOpen: false, facilitator: false }
const facilitator = { activityOpen: false, facilitator: true }
const mine = { ...open, own: true, withdrawn: false, merged: false }

test.each([
  ['FOUR_WEEKS', '2017-07-14', '2017-08-11'],
  ['ONE_YEAR', '2017-07-14', '2018-07-14'],
  ['ONE_YEAR', '2024-02-29', '2025-02-28'],
  ['FOUR_WEEKS', '2024-02-01', '2024-02-29'],
  ['LONG_TERM', '2017-07-14', null],
] as const)('an idea for %s of a workshop that ended on %s is due on %s', (horizon, lastDay, due) => {
  expect(dueDay(horizon, lastDay)).toBe(due)
})

test('what was hidden stays hidden whatever else became of it', () => {
  const fate = { hiddenAt: null, withdrawnAt: null, mergedIntoId: null }
  expect(ideaStatus(fate)).toBe('ON_THE_WALL')
  expect(ideaStatus({ ...fate, mergedIntoId: 'x' })).toBe('MERGED')
  expect(ideaStatus({ ...fate, mergedIntoId: 'x', withdrawnAt: 1 })).toBe('WITHDRAWN')
  expect(ideaStatus({ hiddenAt: 1, mergedIntoId: 'x', withdrawnAt: 1 })).toBe('HIDDEN')
})

describe('writing and changing ideas', () => {
  test('participants write while that step is open, facilitators at any time, for a statement that stands', () => {
    expect(refuseIdea({ ...open, statementWithdrawn: false })).toBeNull()
    expect(refuseIdea({ ...closed, statementWithdrawn: false })).toEqual(stepNotOpen('IDEATE'))
    expect(refuseIdea({ ...facilitator, statementWithdrawn: false })).toBeNull()
    expect(refuseIdea({ ...facilitator, statementWithdrawn: true })).toMatchObject({ field: 'statementId' })
  })

  test('I change my own, a facilitator any, nobody else mine, and nobody what is withdrawn or merged', () => {
    expect(refuseIdeaEdit(mine)).toBeNull()
    expect(refuseIdeaEdit({ ...mine, ...closed })).toEqual(stepNotOpen('IDEATE'))
    expect(refuseIdeaEdit({ ...mine, ...facilitator, own: false })).toBeNull()
    expect(refuseIdeaEdit({ ...mine, own: false, withdrawn: true })?.message).toContain('Only the person')
    expect(refuseIdeaEdit({ ...mine, ...facilitator, withdrawn: true })?.message).toContain(
      'has been withdrawn',
    )
    expect(refuseIdeaEdit({ ...mine, ...facilitator, merged: true })?.message).toContain('has been merged')
  })

  test('an idea that holds those of others is not taken back with them', () => {
    expect(refuseIdeaWithdrawal({ ...mine, holdsOthers: false })).toBeNull()
    expect(refuseIdeaWithdrawal({ ...mine, holdsOthers: true })?.message).toContain('Ask a facilitator')
    expect(refuseIdeaWithdrawal({ ...mine, ...facilitator, holdsOthers: true })?.message).toContain(
      'Take them out',
    )
  })

  test('a withdrawn idea comes back as long as its statement stands', () => {
    expect(refuseIdeaReturn({ ...mine, statementWithdrawn: false })).toBeNull()
    expect(refuseIdeaReturn({ ...mine, statementWithdrawn: true })).toMatchObject({ field: 'statementId' })
    expect(refuseIdeaReturn({ ...mine, ...closed, statementWithdrawn: false })).toEqual(stepNotOpen('IDEATE'))
  })
})

test('an idea is supported on the wall, while ideas or comments are written, whoever supports it', () => {
  const wall = { activityOpen: true, withdrawn: false, merged: false, hidden: false }
  expect(refuseSupport(wall)).toBeNull()
  expect(refuseSupport({ ...wall, activityOpen: false })).toMatchObject({ code: 'STEP_NOT_OPEN' })
  expect(refuseSupport({ ...wall, merged: true })?.message).toContain('Go to that idea')
  expect(refuseSupport({ ...wall, hidden: true })?.message).toContain('no longer on the wall')
  expect(refuseSupport({ ...wall, withdrawn: true })?.message).toContain('no longer on the wall')
})

describe('merging ideas', () => {
  const idea = (id: string, more: Partial<MergeableIdea> = {}): MergeableIdea => ({
    id,
    statementId: 's',
    withdrawn: false,
    merged: false,
    hidden: false,
    ...more,
  })

  test('brings together different ideas for one statement', () => {
    expect(refuseIdeaMerge(idea('a'), [idea('b'), idea('c')])).toBeNull()
    for (const others of [[], [idea('a')], [idea('b'), idea('b')], [idea('b', { statementId: 'other' })]]) {
      expect(refuseIdeaMerge(idea('a'), others)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'ideaIds' })
    }
  })

  test('leaves alone what is hidden, withdrawn or merged already', () => {
    expect(refuseIdeaMerge(idea('a'), [idea('b', { hidden: true })])?.message).toContain('Show it again')
    expect(refuseIdeaMerge(idea('a', { hidden: true }), [idea('b')])?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseIdeaMerge(idea('a', { merged: true }), [idea('b')])?.message).toContain('has been merged')
    const lost = [idea('b', { merged: true }), idea('c', { withdrawn: true }), idea('d')]
    expect(refuseIdeaMerge(idea('a'), lost)).toMatchObject({
      code: 'STALE_STATE',
      message: expect.stringContaining('2 of these ideas have'),
    })
  })

  test('is undone once', () => {
    expect(refuseIdeaUnmerge({ merged: true })).toBeNull()
    expect(refuseIdeaUnmerge({ merged: false })).toMatchObject({ code: 'STALE_STATE' })
  })
})
