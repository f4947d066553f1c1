import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ACTIVITIES,
  type Activity,
  endedStep,
  may,
  permittedActivities,
  refuseStepChange,
  reorder,
  STEP_STATES,
  type StepMove,
  type StepState,
  stepNotOpen,
  stepsAsVotingCloses,
  stepsAsVotingOpens,
} from '#domain/steps.ts'

test('what people may do follows from the open steps alone', () => {
  const steps = [
    { activity: 'GATHER', state: 'DONE' },
    { activity: 'VOTE', state: 'OPEN' },
    { activity: 'SHORTLIST', state: 'OPEN' },
    { activity: 'VOTE', state: 'PLANNED' },
  ] as const
  expect(permittedActivities(steps)).toEqual(['SHORTLIST', 'VOTE'])
  expect([may('VOTE', steps), may('GATHER', steps), may('IDEATE', steps)]).toEqual([true, false, false])
})

test('nothing is permitted while no step is open', () => {
  expect(permittedActivities([])).toEqual([])
  expect(permittedActivities([{ activity: 'VOTE', state: 'PLANNED' }])).toEqual([])
})

test('a step that is done and opened again permits again', () => {
  const steps = [
    { activity: 'GATHER', state: 'DONE' },
    { activity: 'GATHER', state: 'OPEN' },
  ] as const
  expect(permittedActivities(steps)).toEqual(['GATHER'])
})

test('of steps for the same the one that ended last is named, unless one is open', () => {
  const first = { activity: 'IDEATE', state: 'DONE', closedAt: '2017-07-14T10:00:00Z' } as const
  const second = { activity: 'IDEATE', state: 'DONE', closedAt: '2017-07-14T09:00:00Z' } as const
  const open = { activity: 'IDEATE', state: 'OPEN', closedAt: null } as const
  expect(endedStep([first, second], 'IDEATE')).toBe(first)
  expect(endedStep([first, second], 'GATHER')).toBeNull()
  expect(endedStep([first, open], 'IDEATE')).toBeNull()
})

test('a step is opened, ended and reopened, and nothing else', () => {
  const moves = STEP_STATES.flatMap((from) => STEP_STATES.map((to) => [from, to] as const))
  const allowed = moves.filter(([from, to]) => refuseStepChange(from, to) === null)
  expect(allowed).toEqual([
    ['PLANNED', 'OPEN'],
    ['OPEN', 'DONE'],
    ['DONE', 'OPEN'],
  ])
})

test('each move that is not allowed says what to do instead', () => {
  const code = 'NOT_ALLOWED_NOW'
  expect(refuseStepChange('PLANNED', 'DONE')).toMatchObject({
    code,
    message: 'Open this step before you end it.',
  })
  const planned = 'A step that has been opened cannot be planned again. End it instead.'
  expect(refuseStepChange('OPEN', 'PLANNED')).toMatchObject({ code, message: planned })
  const ended = 'A step that has been opened cannot be planned again. It can be reopened.'
  expect(refuseStepChange('DONE', 'PLANNED')).toMatchObject({ code, message: ended })
})

test('when two facilitators press at once, the second is told how things stand', () => {
  const message = 'Someone has changed this step since you looked. It is now open.'
  expect(refuseStepChange('OPEN', 'OPEN', 'PLANNED')).toEqual({ code: 'STALE_STATE', message, field: null })
  expect(refuseStepChange('OPEN', 'OPEN')).toMatchObject({ code: 'STALE_STATE' })
})

test('a move that is legal by itself is refused when the step is not where the facilitator saw it', () => {
  expect(refuseStepChange('DONE', 'OPEN', 'PLANNED')).toMatchObject({ code: 'STALE_STATE' })
  expect(refuseStepChange('DONE', 'OPEN', 'DONE')).toBeNull()
})

test('each activity that is not open has its own sentence', () => {
  const sentences = ACTIVITIES.map((activity) => stepNotOpen(activity))
  expect(new Set(sentences.map(({ message }) => message)).size).toBe(ACTIVITIES.length)
  expect(new Set(sentences.map(({ code }) => code))).toEqual(new Set(['STEP_NOT_OPEN']))
  expect(stepNotOpen('IDEATE').message).toContain('Writing ideas is not open now.')
})

test('a step moves forward, back, and no further than the ends', () => {
  const ids = ['a', 'b', 'c', 'd']
  expect(reorder(ids, 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(reorder(ids, 'd', 1)).toEqual(['a', 'd', 'b', 'c'])
  expect(reorder(ids, 'b', 99)).toEqual(['a', 'c', 'd', 'b'])
  expect(reorder(ids, 'b', -1)).toEqual(['b', 'a', 'c', 'd'])
  expect(reorder(ids, 'b', 1)).toEqual(ids)
  expect(reorder(ids, 'x', 0)).toEqual(ids)
  expect(ids).toEqual(['a', 'b', 'c', 'd'])
})

test('moving one step loses none and keeps the others in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(30), (ids, pick, toIndex) => {
      const moved = ids[pick % ids.length] ?? ''
      const after = reorder(ids, moved, toIndex)
      expect(after.filter((id) => id !== moved)).toEqual(ids.filter((id) => id !== moved))
      expect(after.indexOf(moved)).toBe(Math.min(toIndex, ids.length - 1))
    }),
  )
})

const planned = (id: string, activity: Activity, state: StepState) => ({ id, activity, state })
const moves = (made: StepMove<ReturnType<typeof planned>>[]) => made.map(({ step, to }) => `${step.id} ${to}`)

test('as voting opens so does the next step for it, and putting issues forward ends', () => {
  const gather = planned('gather', 'GATHER', 'OPEN')
  const shortlist = planned('shortlist', 'SHORTLIST', 'OPEN')
  const [first, second] = [planned('first', 'VOTE', 'PLANNED'), planned('second', 'VOTE', 'PLANNED')]
  const done = planned('done', 'VOTE', 'DONE')
  expect(moves(stepsAsVotingOpens([gather, shortlist, first, second]))).toEqual([
    'first OPEN',
    'shortlist DONE',
  ])
  expect(moves(stepsAsVotingOpens([done, second]))).toEqual(['second OPEN'])
  expect(moves(stepsAsVotingOpens([first, { ...second, state: 'OPEN' }]))).toEqual([])
  expect(moves(stepsAsVotingOpens([planned('earlier', 'VOTE', 'DONE'), done]))).toEqual(['done OPEN'])
  expect(moves(stepsAsVotingOpens([gather]))).toEqual([])
})

test('as voting closes so does the step for it, and nothing else', () => {
  const steps = [
    planned('vote', 'VOTE', 'OPEN'),
    planned('talk', 'TALK', 'OPEN'),
    planned('later', 'VOTE', 'PLANNED'),
  ]
  expect(moves(stepsAsVotingCloses(steps))).toEqual(['vote DONE'])
})
