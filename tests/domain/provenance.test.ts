import { expect, test } from 'vitest'
import { describeLink, type LinkFacts, withinReach } from '#domain/provenance.ts'

const NOTHING: LinkFacts = {
  kind: 'ISSUE',
  merged: false,
  tableCodes: [],
  issueState: null,
  dots: null,
  rank: null,
  tied: false,
  outOf: null,
  roundClosed: false,
  position: null,
  ideaCount: null,
  horizon: null,
  critiqueKind: null,
  resolved: false,
  checkIn: null,
  briefStatus: null,
  cycle: null,
  measure: null,
}
const say = (facts: Partial<LinkFacts>) => describeLink({ ...NOTHING, ...facts })

test('a link says in a phrase what to know of it', () => {
  expect(say({ issueState: 'PUT_FORWARD', tableCodes: ['E1'] })).toBe('put forward, table E1')
  expect(say({ merged: true, issueState: 'RAISED', tableCodes: ['A', 'B'] })).toBe(
    'merged into another, raised, tables A and B',
  )
  expect(say({ kind: 'PRIORITY', position: 1 })).toBe('2nd priority')
  expect(say({ kind: 'STATEMENT', ideaCount: 1 })).toBe('1 idea')
  expect(say({ kind: 'IDEA', horizon: 'FOUR_WEEKS', tableCodes: ['E1'] })).toBe('next four weeks, table E1')
  expect(say({ kind: 'IDEA', horizon: 'ONE_YEAR', checkIn: 'UNDER_WAY' })).toBe('next year, under way')
  expect(say({ kind: 'CRITIQUE', critiqueKind: 'BUILD', resolved: true })).toBe('build on it, resolved')
  expect(say({})).toBeNull()
})

test('a brief says where it stands, a cycle how it ended, a measure its latest value', () => {
  expect(say({ kind: 'BRIEF', briefStatus: 'ADOPTED' })).toBe('adopted')
  const cycle = { number: 2, organisation: 'Rowan ward', state: 'STUDY' as const, decision: null }
  expect(say({ kind: 'CYCLE', cycle })).toBe('cycle 2 of Rowan ward, in Study')
  const done = { ...cycle, state: 'DONE' as const, decision: 'ADAPT' as const }
  expect(say({ kind: 'CYCLE', cycle: done })).toBe('cycle 2 of Rowan ward, adapt')
  const measure = { kind: 'OUTCOME' as const, unit: '%', value: 71, day: '2026-03-03' }
  expect(say({ kind: 'MEASURE', measure })).toBe('outcome measure, 71% on 3 March 2026')
  const empty = { ...measure, value: null, day: null }
  expect(say({ kind: 'MEASURE', measure: empty })).toBe('outcome measure, no points yet')
})

test('an option says its figure once there is one to be told', () => {
  const closed = { kind: 'OPTION' as const, roundClosed: true, outOf: 17 }
  expect(say({ ...closed, dots: 21, rank: 1 })).toBe('21 dots, 1st of 17')
  expect(say({ ...closed, dots: 1, rank: 12, tied: true })).toBe('1 dot, 12th equal of 17')
  expect(say(closed)).toBe('without a figure')
  expect(say({ ...closed, dots: 21, rank: 1, roundClosed: false })).toBe('on the ballot')
})

test('what is reached only through what was left out is left out with it', () => {
  const idea = (id: string, via: string) => ({ kind: 'IDEA' as const, id, distance: 1, via: [via] })
  const many = Array.from({ length: 101 }, (_, at) => idea(`i${at}`, 'from'))
  const said = (id: string, via: string[]) => ({ kind: 'CRITIQUE' as const, id, distance: 2, via })
  const links = withinReach('from', [said('near', ['i0', 'i100']), said('far', ['i100']), ...many])
  expect(links).toHaveLength(101)
  expect(links.at(-1)).toEqual(said('near', ['i0']))
})
