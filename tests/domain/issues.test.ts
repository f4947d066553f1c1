import { describe, expect, test } from 'vitest'
import {
  ISSUE_STATE_LABELS,
  refuseIssueEdit,
  refuseMerge,
  refuseShortlist,
  refuseUnmerge,
} from '#domain/issues.ts'
import { stepNotOpen } from '#domain/steps.ts'

const standing = { withdrawn: false, merged: false }
const mine = { ...standing, own: true, activityOpen: true, facilitator: false }
const ours = { ...standing, ownTable: true, activityOpen: true, facilitator: false }

test('an issue that stayed behind is called as the 2017 document calls it', () => {
  expect(ISSUE_STATE_LABELS).toEqual({
    RAISED: 'Raised',
    PUT_FORWARD: 'Put forward',
    NOT_CHOSEN: 'Not chosen by its table',
  })
})

describe('changing an issue', () => {
  test('I change my own while issues are being written, and not after', () => {
    expect(refuseIssueEdit(mine)).toBeNull()
    expect(refuseIssueEdit({ ...mine, activityOpen: false })).toEqual(stepNotOpen('GATHER'))
  })

  test('a facilitator changes any, at any time', () => {
    expect(refuseIssueEdit({ ...mine, own: false, activityOpen: false, facilitator: true })).toBeNull()
  })

  test('nobody else changes mine, and is not told more about it', () => {
    const refused = refuseIssueEdit({ ...mine, own: false, withdrawn: true })
    const message = 'Only the person who wrote this issue, or a facilitator, can change it.'
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED_NOW', message })
  })

  test('what is withdrawn or merged is not changed, not even by a facilitator', () => {
    const facilitator = { ...mine, facilitator: true }
    expect(refuseIssueEdit({ ...facilitator, withdrawn: true })?.message).toContain('has been withdrawn')
    expect(refuseIssueEdit({ ...facilitator, merged: true })?.message).toContain('has been merged')
    expect(refuseIssueEdit({ ...facilitator, merged: true })?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseIssueEdit({ ...facilitator, withdrawn: true })?.code).toBe('NOT_ALLOWED_NOW')
  })

  test('words that people have voted on are fixed', () => {
    expect(refuseIssueEdit({ ...mine, facilitator: true, firstVoteCast: true })).toMatchObject({
      code: 'ROUND_FROZEN',
    })
    expect(refuseIssueEdit({ ...mine, firstVoteCast: false })).toBeNull()
  })
})

describe('putting an issue forward', () => {
  test('a table chooses among its own while that step is open', () => {
    expect(refuseShortlist(ours)).toBeNull()
    expect(refuseShortlist({ ...ours, activityOpen: false })).toEqual(stepNotOpen('SHORTLIST'))
    const message = 'Only the table that wrote this issue, or a facilitator, can put it forward.'
    expect(refuseShortlist({ ...ours, ownTable: false })).toMatchObject({ code: 'NOT_ALLOWED_NOW', message })
  })

  test('a facilitator chooses for any table at any time', () => {
    expect(refuseShortlist({ ...ours, ownTable: false, activityOpen: false, facilitator: true })).toBeNull()
  })

  test('once voting has opened the ballot is fixed for everyone', () => {
    expect(refuseShortlist({ ...ours, facilitator: true, roundOpened: true })).toMatchObject({
      code: 'ROUND_FROZEN',
    })
    expect(refuseShortlist({ ...ours, roundOpened: false })).toBeNull()
  })

  test('what is withdrawn or merged is not put forward', () => {
    expect(refuseShortlist({ ...ours, withdrawn: true })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(refuseShortlist({ ...ours, merged: true })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })
})

describe('merging issues', () => {
  const a = { ...standing, id: 'a', hidden: false }
  const b = { ...a, id: 'b' }
  const c = { ...a, id: 'c' }

  test('several become one until voting opens', () => {
    expect(refuseMerge(a, [b, c], false)).toBeNull()
    expect(refuseMerge(a, [b, c], true)).toMatchObject({ code: 'ROUND_FROZEN' })
  })

  test('something is merged, each once, and not into itself', () => {
    const wrong = { code: 'BAD_USER_INPUT', field: 'issueIds' }
    expect(refuseMerge(a, [], false)).toMatchObject(wrong)
    expect(refuseMerge(a, [a], false)).toMatchObject(wrong)
    expect(refuseMerge(a, [b, a], false)).toMatchObject(wrong)
    expect(refuseMerge(a, [b, b], false)).toMatchObject(wrong)
    expect(refuseMerge(a, [], false)?.message).not.toBe(refuseMerge(a, [a], false)?.message)
  })

  test('nothing is merged into what is withdrawn or merged itself', () => {
    expect(refuseMerge({ ...a, merged: true }, [b], false)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(refuseMerge({ ...a, withdrawn: true }, [b], false)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('what is hidden is shown again first', () => {
    const no = { code: 'NOT_ALLOWED_NOW', field: 'issueIds' }
    expect(refuseMerge({ ...a, hidden: true }, [b], false)).toMatchObject(no)
    expect(refuseMerge(a, [b, { ...c, hidden: true }], false)).toMatchObject(no)
  })

  test('what went away meanwhile is not merged', () => {
    const one = refuseMerge(a, [b, { ...c, withdrawn: true }], false)
    expect(one).toMatchObject({
      code: 'STALE_STATE',
      message: expect.stringContaining('1 of these issues has been'),
    })
    const two = refuseMerge(
      a,
      [
        { ...b, merged: true },
        { ...c, withdrawn: true },
      ],
      false,
    )
    expect(two).toMatchObject({
      code: 'STALE_STATE',
      message: expect.stringContaining('2 of these issues have been'),
    })
  })

  test('a merge is undone until voting opens', () => {
    expect(refuseUnmerge({ merged: true, roundOpened: false })).toBeNull()
    expect(refuseUnmerge({ merged: true, roundOpened: true })).toMatchObject({ code: 'ROUND_FROZEN' })
    expect(refuseUnmerge({ merged: false, roundOpened: false })).toMatchObject({ code: 'STALE_STATE' })
  })
})
