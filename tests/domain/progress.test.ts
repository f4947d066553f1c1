import { expect, test } from 'vitest'
import { checkInWords, refuseCheckIn } from '#domain/check-ins.ts'
import { type ProgressFacts, phaseNeeds, workshopsInWords } from '#domain/progress.ts'

const NOTHING: ProgressFacts = {
  areas: 0,
  workshops: 0,
  issues: 0,
  closedRounds: 0,
  priorities: 0,
  rewordedPriorities: 0,
  statements: 0,
  answeredStatements: 0,
  ideas: 0,
  readIdeas: 0,
  briefs: 0,
  wholeBriefs: 0,
  testedBriefs: 0,
  briefsWithTeams: 0,
  finishedCycles: 0,
  measures: 0,
  chartedMeasures: 0,
  decidedBriefs: 0,
  adoptedBriefs: 0,
  publishedAdoptedBriefs: 0,
  publishedWriteUps: 0,
}
const needs = (facts: Partial<ProgressFacts>) =>
  new Map(phaseNeeds({ ...NOTHING, ...facts }).map((need) => [need.kind, need]))

test('of a project with nothing in it no phase has what it asks for, and each says what to do', () => {
  const found = phaseNeeds(NOTHING)
  expect(found.filter(({ met }) => met)).toEqual([])
  expect(found.map(({ done, of }) => [done, of])).toEqual(found.map(() => [0, 1]))
  expect(found.find(({ kind }) => kind === 'PRIORITIES')?.words).toBe('Declare the priorities')
})

test('where one is enough, one is enough, and the words count what there is', () => {
  expect(needs({ issues: 1, briefs: 2, priorities: 4 }).get('ISSUES')).toMatchObject({
    met: true,
    words: '1 issue gathered',
  })
  expect(needs({ priorities: 4 }).get('PRIORITIES')?.words).toBe('4 priorities declared')
})

test('where all are asked for, one that lacks is one too many', () => {
  expect(needs({ priorities: 4, rewordedPriorities: 3 }).get('STATEMENTS')).toMatchObject({
    met: false,
    words: '3 of 4 priorities reworded as problem statements',
  })
  expect(needs({ priorities: 4, rewordedPriorities: 4 }).get('STATEMENTS')?.met).toBe(true)
  expect(needs({ measures: 1, chartedMeasures: 1 }).get('CHARTS')?.words).toBe(
    '1 of 1 measure of the briefs with twelve points or more',
  )
})

test('the phases stand in their order', () => {
  const phases = phaseNeeds(NOTHING).map(({ phase }) => phase)
  expect([...new Set(phases)]).toEqual(['DISCOVERY', 'DEVELOPMENT', 'TESTING', 'SHARING'])
  expect(phases.toSorted()).toHaveLength(15)
})

test('what became of an idea is said of one that is on the wall, and giving it up takes a reason', () => {
  const said = { outcome: 'GIVEN_UP', text: '' } as const
  expect(refuseCheckIn({ status: 'MERGED' }, { outcome: 'DONE', text: '' })?.code).toBe('NOT_ALLOWED_NOW')
  expect(refuseCheckIn({ status: 'ON_THE_WALL' }, said)).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'text',
  })
  expect(refuseCheckIn({ status: 'ON_THE_WALL' }, { ...said, text: 'No money' })).toBeNull()
  expect(refuseCheckIn({ status: 'ON_THE_WALL' }, { outcome: 'NOT_BEGUN', text: '' })).toBeNull()
})

test('a timeline tells the outcome, and the words where there are some', () => {
  expect(checkInWords({ outcome: 'UNDER_WAY', text: null })).toBe('Under way')
  expect(checkInWords({ outcome: 'DONE', text: 'Two wards' })).toBe('Done: Two wards')
})

test('a workshop that runs today is not ahead any more', () => {
  const none = { workshopsAhead: 0, workshopsToday: 0, laterWorkshopOn: null }
  expect(workshopsInWords(none)).toBeNull()
  expect(workshopsInWords({ ...none, workshopsAhead: 1, workshopsToday: 1 })).toBe('1 workshop today')
  const later = { ...none, laterWorkshopOn: '2026-11-30' }
  expect(workshopsInWords({ ...later, workshopsAhead: 2 })).toBe(
    '2 workshops ahead, the next on 30 November 2026',
  )
  expect(workshopsInWords({ ...later, workshopsAhead: 2, workshopsToday: 1 })).toBe(
    '1 workshop today, and 1 ahead, the next on 30 November 2026',
  )
  expect(workshopsInWords({ ...later, workshopsAhead: 3, workshopsToday: 2 })).toBe(
    '2 workshops today, and 1 ahead, the next on 30 November 2026',
  )
})
