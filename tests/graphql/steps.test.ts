import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const CHANGE = `mutation ($stepId: ID!, $from: StepState!, $to: StepState!) {
  changeStep(stepId: $stepId, from: $from, to: $to) {
    __typename
    ... on StepSuccess { permittedActivities step { id state openedAt closedAt } }
    ... on Refusal { code message field }
  }
}`
const ADD = `mutation ($input: AddStepInput!) {
  addStep(input: $input) {
    __typename
    ... on StepSuccess { step { id title position day plannedMinutes activity state instructions } }
    ... on Refusal { code message field }
  }
}`
const UPDATE = `mutation ($input: UpdateStepInput!) {
  updateStep(input: $input) {
    __typename
    ... on StepSuccess { permittedActivities step { title instructions plannedMinutes day activity } }
    ... on Refusal { code field }
  }
}`
const MOVE = `mutation ($stepId: ID!, $toIndex: Int!) {
  moveStep(stepId: $stepId, toIndex: $toIndex) { ... on StepsSuccess { steps { title position } } }
}`
const REMOVE = `mutation ($stepId: ID!) { removeStep(stepId: $stepId) { ... on StepsSuccess { steps { title } } } }`

type Changed = { changeStep: { __typename: string; code?: string; step?: { openedAt: string } } }
type Moved = { moveStep: { steps: { title: string; position: number }[] } }

test('opening a step permits what participants may do in it, and the moment is kept', async () => {
  const { steps, facilitator } = await world.workshop({ steps: [{ activity: 'GATHER', state: 'PLANNED' }] })
  const { data } = await world.run(CHANGE, { stepId: steps[0]?.id, from: 'PLANNED', to: 'OPEN' }, facilitator)
  expect(data.changeStep).toMatchObject({
    __typename: 'StepSuccess',
    permittedActivities: ['GATHER'],
    step: { state: 'OPEN', openedAt: expect.any(String), closedAt: null },
  })
})

test('a step that is reopened keeps the moment when it first opened, and is no longer closed', async () => {
  const { steps, facilitator } = await world.workshop({ steps: [{ activity: 'GATHER', state: 'PLANNED' }] })
  const change = (from: string, to: string) =>
    world.run<Changed>(CHANGE, { stepId: steps[0]?.id, from, to }, facilitator)
  const first = await change('PLANNED', 'OPEN')
  const closed = await change('OPEN', 'DONE')
  const again = await change('DONE', 'OPEN')
  expect(closed.data.changeStep).toMatchObject({
    permittedActivities: [],
    step: { closedAt: expect.any(String) },
  })
  expect(again.data.changeStep.step).toMatchObject({
    openedAt: first.data.changeStep.step?.openedAt,
    closedAt: null,
  })
})

test('when two facilitators open a step at once, the first opens it and the second is told', async () => {
  const { workshop, steps, facilitator } = await world.workshop({
    steps: [{ activity: 'VOTE', state: 'PLANNED' }],
  })
  const other = await world.seat(workshop.id, { role: 'FACILITATOR' })
  const answers = await Promise.all(
    [facilitator, other, facilitator, other].map((who) =>
      world.run<Changed>(CHANGE, { stepId: steps[0]?.id, from: 'PLANNED', to: 'OPEN' }, who),
    ),
  )
  const outcomes = answers.map(({ data }) => data.changeStep.code ?? 'OPENED').sort()
  expect(outcomes).toEqual(['OPENED', 'STALE_STATE', 'STALE_STATE', 'STALE_STATE'])
})

test('a step that was never opened cannot be ended', async () => {
  const { steps, facilitator } = await world.workshop({ steps: [{ activity: 'GATHER', state: 'PLANNED' }] })
  const { data } = await world.run(CHANGE, { stepId: steps[0]?.id, from: 'PLANNED', to: 'DONE' }, facilitator)
  expect(data.changeStep).toMatchObject({ __typename: 'Refusal', code: 'NOT_ALLOWED_NOW' })
})

test('a new step stands at the end, planned for half an hour of the first day', async () => {
  const { workshop, facilitator } = await world.workshop({ steps: [{ activity: 'GATHER' }] })
  const input = { workshopId: workshop.id, title: ' Lunch ', activity: 'TALK' }
  const { data } = await world.run(ADD, { input }, facilitator)
  expect(data.addStep).toMatchObject({
    step: { title: 'Lunch', position: 1, day: 1, plannedMinutes: 30, state: 'PLANNED', instructions: null },
  })
})

test('a step that is sent five times at once with one id is there once, and every answer is the same', async () => {
  const { workshop, facilitator } = await world.workshop()
  const input = { id: v7(), workshopId: workshop.id, title: 'Lunch', activity: 'TALK' }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.run(ADD, { input }, facilitator)))
  for (const { data } of answers) expect(data).toEqual(answers[0]?.data)
  const { data } = await world.run(
    'query ($slug: String!) { workshop(slug: $slug) { steps { id } } }',
    workshop,
    facilitator,
  )
  expect(data.workshop).toEqual({ steps: [{ id: input.id }] })
})

test('an id that is in use is refused for other content, another person and another workshop', async () => {
  const { workshop, facilitator } = await world.workshop()
  const elsewhere = await world.workshop()
  const other = await world.seat(workshop.id, { role: 'FACILITATOR' })
  const input = { id: v7(), workshopId: workshop.id, title: 'Lunch', activity: 'TALK' }
  await world.run(ADD, { input }, facilitator)
  const answers = [
    await world.run(ADD, { input: { ...input, title: 'Dinner' } }, facilitator),
    await world.run(ADD, { input }, other),
    await world.run(ADD, { input: { ...input, workshopId: elsewhere.workshop.id } }, elsewhere.facilitator),
  ]
  for (const { data } of answers) {
    expect(data.addStep).toMatchObject({ __typename: 'Refusal', code: 'IDEMPOTENCY_MISMATCH', field: 'id' })
    expect(JSON.stringify(data)).not.toContain('Lunch')
  }
})

test.each([
  ['nothing', { title: '' }, 'title'],
  ['only marks that do not show', { title: '\u200b\u202e' }, 'title'],
  ['NUL', { title: 'a\u0000b' }, 'title'],
  ['half a character', { title: 'a\ud800' }, 'title'],
  ['121 characters', { title: 'x'.repeat(121) }, 'title'],
  ['instructions over the limit', { instructions: 'x'.repeat(2001) }, 'instructions'],
  ['601 minutes', { plannedMinutes: 601 }, 'plannedMinutes'],
  ['the day before the first', { day: 0 }, 'day'],
  ['an id that is none', { id: 'nope' }, 'id'],
])('a step with %s is refused at its field and changes nothing', async (_what, fault, field) => {
  const { workshop, facilitator } = await world.workshop()
  const before = await checksum(world.db)
  const input = { workshopId: workshop.id, title: 'Lunch', activity: 'TALK', ...fault }
  const { data } = await world.run(ADD, { input }, facilitator)
  expect(data.addStep).toMatchObject({ __typename: 'Refusal', code: 'BAD_USER_INPUT', field })
  expect(await checksum(world.db)).toBe(before)
})

test('a step that is moved takes its place, and all others keep their order', async () => {
  const { steps, facilitator } = await world.workshop({
    steps: ['A', 'B', 'C', 'D'].map((title) => ({ activity: 'TALK', title })),
  })
  const { data } = await world.run<Moved>(MOVE, { stepId: steps[3]?.id, toIndex: 1 }, facilitator)
  expect(data.moveStep.steps).toEqual([
    { title: 'A', position: 0 },
    { title: 'D', position: 1 },
    { title: 'B', position: 2 },
    { title: 'C', position: 3 },
  ])
})

test('steps that are moved at once end in some order, each in a place of its own', async () => {
  const { workshop, steps, facilitator } = await world.workshop({
    steps: ['A', 'B', 'C', 'D', 'E', 'F'].map((title) => ({ activity: 'TALK', title })),
  })
  await Promise.all(steps.map(({ id }) => world.run(MOVE, { stepId: id, toIndex: 2 }, facilitator)))
  const { data } = await world.run<{ workshop: { steps: { title: string; position: number }[] } }>(
    'query ($slug: String!) { workshop(slug: $slug) { steps { title position } } }',
    workshop,
    facilitator,
  )
  expect(data.workshop.steps.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  expect(data.workshop.steps.map(({ title }) => title).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
})

test('a step can be removed', async () => {
  const { steps, facilitator } = await world.workshop({
    steps: [
      { activity: 'TALK', title: 'A' },
      { activity: 'TALK', title: 'B' },
    ],
  })
  const { data } = await world.run(REMOVE, { stepId: steps[0]?.id }, facilitator)
  expect(data.removeStep).toEqual({ steps: [{ title: 'B' }] })
})

test('what a change of a step leaves out stays, and emptied instructions go', async () => {
  const { workshop, facilitator } = await world.workshop()
  const input = {
    id: v7(),
    workshopId: workshop.id,
    title: 'Lunch',
    activity: 'TALK',
    instructions: 'Eat',
    day: 2,
  }
  await world.run(ADD, { input }, facilitator)
  const { data } = await world.run(
    UPDATE,
    { input: { id: input.id, instructions: null, plannedMinutes: 0 } },
    facilitator,
  )
  expect(data.updateStep).toMatchObject({
    step: { title: 'Lunch', instructions: null, plannedMinutes: 0, day: 2, activity: 'TALK' },
  })
})

test('steps are for those who run the workshop; to others it is forbidden, or nothing is there', async () => {
  const { workshop, steps, participants } = await world.workshop({
    steps: [{ activity: 'GATHER' }],
    participants: ['Anna'],
  })
  const elsewhere = await world.workshop()
  const before = await checksum(world.db)
  const stepId = steps[0]?.id
  const input = { workshopId: workshop.id, title: 'Lunch', activity: 'TALK' }
  for (const [who, code] of [
    [participants[0], 'FORBIDDEN'],
    [elsewhere.facilitator, 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(CHANGE, { stepId, from: 'OPEN', to: 'DONE' }, who),
      await world.run(ADD, { input }, who),
      await world.run(UPDATE, { input: { id: stepId, title: 'Mine' } }, who),
      await world.run(MOVE, { stepId, toIndex: 0 }, who),
      await world.run(REMOVE, { stepId }, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  expect(await checksum(world.db)).toBe(before)
})

test('a step that is not there, or an id that is none, is not found', async () => {
  const { facilitator } = await world.workshop()
  for (const stepId of [v7(), 'nope', 'x'.repeat(10_000)]) {
    expect((await world.run(REMOVE, { stepId }, facilitator)).codes).toEqual(['NOT_FOUND'])
  }
})
