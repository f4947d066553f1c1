import { expect, test } from 'vitest'
import type { Viewer } from '#domain/permissions.ts'
import { issueInWords } from '#domain/write-up-words.ts'
import {
  readsWriteUp,
  refuseWriteUpAudience,
  refuseWriteUpText,
  type WriteUpStanding,
  writeUpPath,
} from '#domain/write-ups.ts'

const facilitator: Viewer = {
  personId: 'p',
  platformRole: null,
  seats: [{ id: 's', workshopId: 'here', role: 'FACILITATOR', tableId: null }],
}
const participant: Viewer = {
  ...facilitator,
  seats: [{ id: 's', workshopId: 'here', role: 'PARTICIPANT', tableId: null }],
}
const inside = { workshopId: 'here', published: false }
const outside = { workshopId: 'here', published: true }
const standing = (published: boolean, audience: WriteUpStanding['audience']) => ({ published, audience })

test('those who run the workshop read its write-up at any time', () => {
  expect(readsWriteUp(facilitator, inside, standing(false, 'LINK'))).toBe(true)
})

test('participants read it once it is published to everybody, and not before', () => {
  expect(readsWriteUp(participant, inside, standing(false, 'EVERYBODY'))).toBe(false)
  expect(readsWriteUp(participant, inside, standing(true, 'LINK'))).toBe(false)
  expect(readsWriteUp(participant, inside, standing(true, 'EVERYBODY'))).toBe(true)
})

test('what is published to everybody is read only where the workshop is', () => {
  expect(readsWriteUp(null, outside, standing(true, 'EVERYBODY'))).toBe(true)
  expect(readsWriteUp(null, inside, standing(true, 'EVERYBODY'))).toBe(false)
})

test('the second of two who edit one text at once is told', () => {
  expect(refuseWriteUpText('a', 'a')).toBeNull()
  expect(refuseWriteUpText(null, null)).toBeNull()
  expect(refuseWriteUpText('b', 'a')).toMatchObject({ code: 'STALE_STATE' })
  expect(refuseWriteUpText('b', null)).toMatchObject({ code: 'STALE_STATE' })
})

test('a write-up is public only where its workshop is, and may always have an unguessable address', () => {
  expect(refuseWriteUpAudience('EVERYBODY', { published: false })).toMatchObject({ field: 'audience' })
  expect(refuseWriteUpAudience('EVERYBODY', { published: true })).toBeNull()
  expect(refuseWriteUpAudience('LINK', { published: false })).toBeNull()
})

test('a withdrawn write-up has no address', () => {
  const at = { slug: 'peer-support', token: 'secret' }
  expect(writeUpPath(standing(true, 'EVERYBODY'), at)).toBe('/workshops/peer-support/write-up')
  expect(writeUpPath(standing(true, 'LINK'), at)).toBe('/write-ups/secret')
  expect(writeUpPath(standing(false, 'LINK'), at)).toBeNull()
})

test('an issue says what became of it, and no figure is not zero', () => {
  const figure = (dots: number | null, priority: number | null = null) => ({ dots, priority, shareBase: 10 })
  expect(issueInWords({ state: 'PUT_FORWARD' }, figure(0))).toBe('0 votes')
  expect(issueInWords({ state: 'PUT_FORWARD' }, figure(15, 2))).toBe('15 votes, taken forward')
  expect(issueInWords({ state: 'PUT_FORWARD' }, figure(null))).toBe('On the ballot, without a figure')
  expect(issueInWords({ state: 'NOT_CHOSEN', stateReason: 'Too broad' }, null)).toBe(
    'Not chosen by its table: Too broad',
  )
})
