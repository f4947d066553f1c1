import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInput } from '#domain/input.ts'
import { permittedActivities } from '#domain/steps.ts'
import { LIMITS } from '#domain/text.ts'
import {
  DEFAULT_TIME_ZONE,
  endsAfterItStarts,
  RESTORE_DAYS,
  slugify,
  TWO_DAY_DISCOVERY_TEMPLATE,
  tableCode,
  workshopInput,
} from '#domain/workshops.ts'

const workshop = {
  title: 'Peer support: discovery and design workshop',
  description: '',
  venue: '',
  startsOn: '2017-07-13',
  endsOn: '2017-07-14',
  timeZone: DEFAULT_TIME_ZONE,
  dotsPerVoter: 4,
  prioritiesToSelect: 4,
}

function refused(change: Partial<typeof workshop>) {
  const reading = readInput(workshopInput, { ...workshop, ...change })
  return reading.ok ? null : reading.refusal
}

test('the workshop of 2017 can be entered as it was', () => {
  expect(readInput(workshopInput, workshop)).toEqual({ ok: true, value: workshop })
})

test('a deleted workshop can be brought back for 30 days', () => {
  expect(RESTORE_DAYS).toBe(30)
})

test('a description keeps its lines, a title has one', () => {
  const reading = readInput(workshopInput, { ...workshop, description: 'one\r\ntwo' })
  expect(reading).toMatchObject({ value: { description: 'one\ntwo' } })
  expect(refused({ title: 'one\ntwo' })).toMatchObject({ field: 'title' })
  expect(refused({ title: 'a'.repeat(LIMITS.workshopTitle + 1) })?.message).toContain('The limit is 160.')
})

test.each([
  '2017-02-29',
  '2017-13-01',
  '2017-00-10',
  '2017-06-31',
  '13/07/2017',
  '2017-7-13',
  '',
  '2017-07-13T00:00:00Z',
])('a day that is not on the calendar is refused: %s', (day) => {
  const message = 'Enter the first day as a date, like 2017-07-13.'
  expect(refused({ startsOn: day })).toEqual({ code: 'BAD_USER_INPUT', message, field: 'startsOn' })
  expect(refused({ endsOn: day })).toMatchObject({
    field: 'endsOn',
    message: expect.stringContaining('last day'),
  })
})

test('a workshop may last one day and may not end before it starts', () => {
  expect(refused({ endsOn: '2017-07-13' })).toBeNull()
  expect(refused({ endsOn: '2017-07-12' })).toEqual({
    code: 'BAD_USER_INPUT',
    message: 'The last day is before the first. Change one of them.',
    field: 'endsOn',
  })
  expect(endsAfterItStarts({ startsOn: '2016-12-31', endsOn: '2017-01-01' })).toBe(true)
})

test.each(['Europe/Lndon', '+01:00', '', 'London', '../etc'])(
  '%s is not the name of a time zone',
  (timeZone) => {
    const message = 'Choose a time zone by its name, like Europe/London.'
    expect(refused({ timeZone })).toEqual({ code: 'BAD_USER_INPUT', message, field: 'timeZone' })
  },
)

test.each(['UTC', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])(
  '%s is the name of a time zone',
  (timeZone) => {
    expect(refused({ timeZone })).toBeNull()
  },
)

test('the rules of the vote are refused with their own sentences', () => {
  expect(refused({ dotsPerVoter: 0 })?.message).toBe('Give each person a whole number of dots from 1 to 20.')
  expect(refused({ prioritiesToSelect: 1.5 })).toMatchObject({ field: 'prioritiesToSelect' })
})

test('the built-in plan has the tables of 2017: two to each of four areas', () => {
  const { areas, days, dotsPerVoter, prioritiesToSelect } = TWO_DAY_DISCOVERY_TEMPLATE
  expect(areas.map(({ name }) => name)).toEqual(['Evidence', 'Culture and buy-in', 'Workforce', 'Access'])
  const codes = areas.flatMap(({ tables }) => tables.map(({ code }) => code))
  expect(codes).toEqual(['E1', 'E2', 'C1', 'C2', 'W1', 'W2', 'A1', 'A2'])
  expect({ days, dotsPerVoter, prioritiesToSelect }).toEqual({
    days: 2,
    dotsPerVoter: 4,
    prioritiesToSelect: 4,
  })
})

test('the built-in plan goes from issues to votes on day one and from ideas to comments on day two', () => {
  const plan = TWO_DAY_DISCOVERY_TEMPLATE.steps.map(({ day, activity }) => `${day} ${activity}`)
  const first = ['1 TALK', '1 GATHER', '1 SHORTLIST', '1 VOTE', '1 REFRAME']
  expect(plan).toEqual([...first, '2 IDEATE', '2 CRITIQUE', '2 TALK'])
  const open = TWO_DAY_DISCOVERY_TEMPLATE.steps.map(({ activity }) => ({ activity, state: 'OPEN' as const }))
  expect(permittedActivities(open)).toHaveLength(7)
})

test('every step of the built-in plan fits its fields and a working day', () => {
  for (const { title, instructions, plannedMinutes } of TWO_DAY_DISCOVERY_TEMPLATE.steps) {
    expect(title.length).toBeLessThanOrEqual(LIMITS.stepTitle)
    expect(instructions.length).toBeLessThanOrEqual(LIMITS.instructions)
    expect(plannedMinutes).toBeGreaterThan(0)
  }
  for (const day of [1, 2]) {
    const steps = TWO_DAY_DISCOVERY_TEMPLATE.steps.filter((step) => step.day === day)
    expect(steps.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)).toBeLessThanOrEqual(8 * 60)
  }
})

test('the built-in plan speaks to participants, and leaves the number of dots to the workshop', () => {
  for (const { title, instructions } of TWO_DAY_DISCOVERY_TEMPLATE.steps) {
    const words = `${title}. ${instructions}`
    expect(words).not.toMatch(/\b(Say (why|what happens)|Thank everyone|tell them|remind|facilitat)/i)
    expect(words).not.toMatch(/\b(one|two|three|four|five|six|\d+) dots?\b(?! on each)/i)
  }
})

test('a table’s code is the first letter of its area and its number', () => {
  expect(tableCode('Culture and buy-in', 2)).toBe('C2')
  expect(tableCode('évidence', 12)).toBe('E12')
  expect(tableCode('证据', 1)).toBe('T1')
})

test('a code that is taken gets more letters, and never more than six characters', () => {
  expect(tableCode('Awareness', 1, ['A1'])).toBe('AW1')
  expect(tableCode('Awareness', 1, ['A1', 'AW1'])).toBe('AWA1')
  expect(tableCode('Ab c', 1, ['A1', 'AB1'])).toBe('ABC1')
  const all = ['A1', 'AW1', 'AWA1', 'AWAR1']
  expect(tableCode('Awareness', 1, all)).toBe('AWARE1')
  expect(tableCode('Awareness', 1, [...all, 'AWARE1'])).toBe('A1')
})

test('a workshop’s address is short and plain', () => {
  expect(slugify('Peer support: discovery & design workshop')).toBe(
    'peer-support-discovery-and-design-workshop',
  )
  expect(slugify("Shifting the power from 'over' to 'with' – café")).toBe(
    'shifting-the-power-from-over-to-with-cafe',
  )
  expect(slugify('People’s voices')).toBe('peoples-voices')
  expect(slugify('证据 ??')).toBe('workshop')
})

test('a long title is cut between words, and a long word within', () => {
  expect(slugify(`${'word '.repeat(12)}word`)).toBe(Array(12).fill('word').join('-'))
  expect(slugify('a'.repeat(100))).toBe('a'.repeat(60))
})

test('every title makes an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(slugify(title)).toMatch(/^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/)
    }),
  )
})
