import { describe, expect, test } from 'vitest'
import {
  BRIEF_STATUSES,
  commentsOnBrief,
  DRIVERS_AT_MOST,
  readsBrief,
  refuseBalancing,
  refuseDriverPlace,
  refuseDriverRemoval,
  refuseMoreDrivers,
  refuseStatusChange,
  refuseWatchFor,
} from '#domain/briefs.ts'
import type { PlatformRole } from '#domain/people.ts'
import type { SeatRole } from '#domain/seats.ts'

const seated = (role: SeatRole, workshopId = 'here', platformRole: PlatformRole | null = null) => ({
  personId: 'me',
  platformRole,
  seats: [{ id: 's', workshopId, role, tableId: null }],
})
const brief = { published: true, workshopIds: ['here'], openIn: [], contributorIds: ['guest'] }

describe('reading a brief', () => {
  test('staff read it always, the people whose words it joins once it is published', () => {
    const staff = seated('PARTICIPANT', 'elsewhere', 'STAFF')
    for (const published of [true, false]) {
      expect(readsBrief(staff, { ...brief, published })).toBe(true)
      expect(readsBrief(seated('PARTICIPANT'), { ...brief, published })).toBe(published)
      expect(
        readsBrief({ ...seated('OBSERVER', 'elsewhere'), personId: 'guest' }, { ...brief, published }),
      ).toBe(published)
    }
  })

  test('for strangers and for nobody there is none', () => {
    expect(readsBrief(seated('FACILITATOR', 'elsewhere'), brief)).toBe(false)
    expect(readsBrief(null, brief)).toBe(false)
    expect(commentsOnBrief(null, brief)).toBe(false)
  })

  test('who reads it comments on it, other than observers', () => {
    expect(commentsOnBrief(seated('PARTICIPANT'), brief)).toBe(true)
    expect(commentsOnBrief(seated('FACILITATOR'), brief)).toBe(true)
    expect(commentsOnBrief(seated('OBSERVER'), brief)).toBe(false)
    expect(commentsOnBrief(seated('PARTICIPANT', 'elsewhere'), brief)).toBe(false)
    expect(commentsOnBrief({ ...seated('OBSERVER'), personId: 'guest' }, brief)).toBe(true)
    expect(commentsOnBrief(seated('OBSERVER', 'here', 'STAFF'), { ...brief, published: false })).toBe(true)
    expect(commentsOnBrief(seated('PARTICIPANT'), { ...brief, published: false })).toBe(false)
  })
})

describe('the status of a brief', () => {
  test('it goes forward without a reason', () => {
    expect(refuseStatusChange('PROPOSED', { from: 'PROPOSED', to: 'ACTIVE', reason: '' })).toBeNull()
    expect(refuseStatusChange('ACTIVE', { from: 'ACTIVE', to: 'ADOPTED', reason: '' })).toBeNull()
  })

  test.each([
    ['ACTIVE', 'PARKED'],
    ['ACTIVE', 'STOPPED'],
    ['ADOPTED', 'TESTING'],
    ['PARKED', 'ACTIVE'],
    ['STOPPED', 'PROPOSED'],
  ] as const)('from %s to %s it takes a reason', (from, to) => {
    expect(refuseStatusChange(from, { from, to, reason: '' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'reason',
    })
    expect(refuseStatusChange(from, { from, to, reason: 'The ward closed.' })).toBeNull()
  })

  test('who looked at an earlier status is told of the present one', () => {
    expect(refuseStatusChange('PARKED', { from: 'ACTIVE', to: 'TESTING', reason: '' })).toMatchObject({
      code: 'STALE_STATE',
      message: expect.stringContaining('now parked'),
    })
    for (const status of BRIEF_STATUSES) {
      expect(refuseStatusChange(status, { from: status, to: status, reason: 'x' })?.code).toBe('STALE_STATE')
    }
  })
})

describe('drivers', () => {
  const drivers = [
    { id: 'p', parentId: null },
    { id: 'q', parentId: null },
    { id: 's', parentId: 'p' },
  ]

  test('a driver stands below a primary one, and nothing below a secondary one', () => {
    expect(refuseDriverPlace(drivers, 'new', 'p')).toBeNull()
    expect(refuseDriverPlace(drivers, 's', null)).toBeNull()
    expect(refuseDriverPlace(drivers, 's', 'q')).toBeNull()
    expect(refuseDriverPlace(drivers, 'new', 's')?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseDriverPlace(drivers, 'q', 'q')?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseDriverPlace(drivers, 'new', 'gone')).toMatchObject({ code: 'NOT_FOUND', field: 'parentId' })
  })

  test('what has others below it neither goes down nor goes away', () => {
    expect(refuseDriverPlace(drivers, 'p', 'q')?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseDriverRemoval(drivers, 'p')?.code).toBe('NOT_ALLOWED_NOW')
    expect(refuseDriverRemoval(drivers, 's')).toBeNull()
  })

  test('there are as many as can be read', () => {
    expect(refuseMoreDrivers(DRIVERS_AT_MOST - 1)).toBeNull()
    expect(refuseMoreDrivers(DRIVERS_AT_MOST)?.code).toBe('NOT_ALLOWED_NOW')
  })
})

test('a balancing measure comes from an unintended consequence that stands', () => {
  const said = { kind: 'UNINTENDED_CONSEQUENCE', withdrawn: false }
  expect(refuseBalancing(said)).toBeNull()
  expect(refuseBalancing({ ...said, withdrawn: true })?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseBalancing({ ...said, kind: 'BUILD' })?.message).toContain('becomes a balancing measure')
})

test('what to watch for comes from an unintended consequence that stands, and belongs to one brief', () => {
  const said = { kind: 'UNINTENDED_CONSEQUENCE', withdrawn: false }
  expect(refuseWatchFor(said, null, 'b')).toBeNull()
  expect(refuseWatchFor(said, 'b', 'b')).toBeNull()
  expect(refuseWatchFor(said, 'other', 'b')?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseWatchFor({ ...said, withdrawn: true }, null, 'b')?.code).toBe('NOT_ALLOWED_NOW')
  for (const kind of ['QUESTION', null]) expect(refuseWatchFor({ ...said, kind }, null, 'b')).not.toBeNull()
})
