import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { count } from '#tests/support/room.ts'
import { type Cast, openCast, openScene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Found = { __typename: string; code?: string; field?: string; testCycle?: Record<string, unknown> }
const SHOWN =
  '... on TestCycleSuccess { testCycle { id number state question prediction happened decision features previous { id } next { id } changes { from to decision reason changedByName } } }'

async function act(call: string): Promise<Found> {
  const operation = `mutation { result: ${call} { __typename ... on Refusal { code field message } ${SHOWN} } }`
  const { data, codes } = await world.run<{ result: Found }>(operation, {}, cast.staff)
  return data?.result ?? { __typename: 'Error', code: codes[0] ?? '' }
}
const move = (id: string, from: string, to: string, reason = 'null') =>
  act(`moveCycle(input: { cycleId: "${id}", from: ${from}, to: ${to}, reason: ${reason} })`)
const update = (id: string, fields: string) => act(`updateCycle(input: { id: "${id}", ${fields} })`)

async function plan(more = '') {
  const scene = await openScene(world, cast)
  const id = v7()
  await act(
    `planCycle(input: { id: "${id}", teamId: "${scene.teamId}", question: "Will they come?" ${more} })`,
  )
  return { ...scene, id }
}

test('a cycle goes from its plan to a decision, each part written before the next begins', async () => {
  const { id, briefId } = await plan()
  expect(await move(id, 'PLAN', 'DO')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'prediction' })
  await update(id, 'prediction: "Three come"')
  expect(await move(id, 'PLAN', 'DO')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'scale' })
  await update(id, 'scale: "One ward", dataOverTime: true')
  expect(await move(id, 'PLAN', 'STUDY')).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await move(id, 'PLAN', 'DO')).toMatchObject({ testCycle: { state: 'DO' } })
  expect(await update(id, 'prediction: "Two come"')).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    field: 'prediction',
  })
  expect(await move(id, 'DO', 'STUDY')).toMatchObject({ field: 'happened' })
  await update(id, 'happened: "Two came"')
  await move(id, 'DO', 'STUDY')
  expect(await move(id, 'STUDY', 'ACT')).toMatchObject({ field: 'comparison' })
  await update(id, 'comparison: "One fewer"')
  await move(id, 'STUDY', 'ACT')
  expect(await move(id, 'ACT', 'DONE')).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const done = await act(`finishCycle(input: { cycleId: "${id}", decision: ADAPT, reason: "Ask earlier" })`)
  expect(done.testCycle).toMatchObject({
    state: 'DONE',
    decision: 'ADAPT',
    prediction: 'Three come',
    features: ['PREDICTION', 'SMALL_SCALE', 'DATA_OVER_TIME'],
  })
  expect(done.testCycle?.changes).toHaveLength(4)
  const entries = sql`select count(*) from brief_updates where brief_id = ${briefId} and cycle_id = ${id}`
  expect(await count(world.db, entries)).toBe(5)
})

test('going back takes a reason and is recorded, also from the end, whose decision stays in the record', async () => {
  const { cycles } = await openScene(world, cast)
  const { id } = cycles.act
  await act(`finishCycle(input: { cycleId: "${id}", decision: ADOPT })`)
  expect(await move(id, 'DONE', 'STUDY')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
  expect((await move(id, 'DONE', 'STUDY', '"More data came"')).testCycle).toMatchObject({
    state: 'STUDY',
    decision: null,
    changes: [
      { from: 'ACT', to: 'DONE', decision: 'ADOPT', reason: null, changedByName: 'Staff' },
      { from: 'DONE', to: 'STUDY', decision: null, reason: 'More data came' },
    ],
  })
})

test('two who move a cycle at once move it one part, and the second is told', async () => {
  const { cycles } = await openScene(world, cast)
  const { id } = cycles.plan
  const answers = await Promise.all([move(id, 'PLAN', 'DO'), move(id, 'PLAN', 'DO'), move(id, 'PLAN', 'DO')])
  expect(answers.map(({ code }) => code ?? 'moved').sort()).toEqual(['STALE_STATE', 'STALE_STATE', 'moved'])
  expect(await count(world.db, sql`select count(*) from cycle_changes where cycle_id = ${id}`)).toBe(1)
})

test('two who finish a cycle at once take one decision', async () => {
  const { cycles } = await openScene(world, cast)
  const finish = (decision: string) =>
    act(`finishCycle(input: { cycleId: "${cycles.act.id}", decision: ${decision} })`)
  const answers = await Promise.all([finish('ADOPT'), finish('ABANDON')])
  expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['STALE_STATE', 'done'])
})

test('the next cycle of a ramp builds on one that is done, and the ramp does not fork', async () => {
  const { cycles, teamId } = await openScene(world, cast)
  const next = (id: string, previousId: string) =>
    act(`planCycle(input: { id: "${id}", teamId: "${teamId}", previousId: "${previousId}" })`)
  const { id } = cycles.act
  expect(await next(v7(), id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await act(`finishCycle(input: { cycleId: "${id}", decision: ADAPT })`)
  const [one, two] = [v7(), v7()]
  const answers = await Promise.all([next(one, id), next(two, id)])
  expect(answers.map(({ code }) => code ?? 'planned').sort()).toEqual(['STALE_STATE', 'planned'])
  const planned = answers.find(({ testCycle }) => testCycle)?.testCycle
  expect(planned).toMatchObject({ number: 5, state: 'PLAN', previous: { id }, features: ['ITERATION'] })
  expect(await next(v7(), v7())).toMatchObject({ code: 'NOT_FOUND' })
  expect(await next(v7(), 'nope')).toMatchObject({ code: 'NOT_FOUND' })
})

test('a team and a cycle sent twice are written once, and an id that is used gets nothing else', async () => {
  const { briefId, id, teamId } = await plan()
  const team = v7()
  const add = (organisation: string) =>
    act(`addTestTeam(input: { id: "${team}", briefId: "${briefId}", organisation: "${organisation}" })`)
  expect(await add('Ward 5')).toMatchObject({ __typename: 'TestTeamSuccess' })
  const before = await checksum(world.db)
  expect(await add('Ward 5')).toMatchObject({ __typename: 'TestTeamSuccess' })
  expect(await add('Ward 6')).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  const again = `planCycle(input: { id: "${id}", teamId: "${teamId}", question: "Will they come?" })`
  expect(await act(again)).toMatchObject({ __typename: 'TestCycleSuccess' })
  expect(await act(again.replace('they', 'we'))).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  expect(await checksum(world.db)).toBe(before)
})
