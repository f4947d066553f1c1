import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Two people change one thing: the second, who has not seen the first change, is told and changes nothing. */

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Case = {
  name: string
  call: (scene: Scene, words: string, basedOn: string) => string
  /** What it reads now. */
  read: (scene: Scene) => string
  field: string
}

const basis = (field: string, words: string) => `basedOn: { ${field}: ${JSON.stringify(words)} }`
const input = (call: string, id: string, field: string) => (words: string, basedOn: string) =>
  `${call}(input: { id: "${id}", ${field}: ${JSON.stringify(words)}, ${basis(field, basedOn)} })`

const CASES: Case[] = [
  {
    name: 'an issue',
    field: 'title',
    call: ({ issues }, words, basedOn) => input('editIssue', issues.own.id, 'title')(words, basedOn),
    read: ({ issues }) => `select title as words from issues where id = '${issues.own.id}'`,
  },
  {
    name: 'an idea',
    field: 'text',
    call: ({ ideas }, words, basedOn) => input('editIdea', ideas.own.id, 'text')(words, basedOn),
    read: ({ ideas }) => `select text as words from ideas where id = '${ideas.own.id}'`,
  },
  {
    name: 'a statement',
    field: 'title',
    call: ({ statements }, words, basedOn) =>
      input('rewordStatement', statements.own.id, 'title')(words, basedOn),
    read: ({ statements }) => `select title as words from statements where id = '${statements.own.id}'`,
  },
  {
    name: 'a workshop',
    field: 'venue',
    call: ({ workshopId }, words, basedOn) => input('updateWorkshop', workshopId, 'venue')(words, basedOn),
    read: ({ workshopId }) => `select venue as words from workshops where id = '${workshopId}'`,
  },
  {
    name: 'a table',
    field: 'name',
    call: ({ tables }, words, basedOn) => input('updateTable', tables[0]?.id ?? '', 'name')(words, basedOn),
    read: ({ tables }) => `select name as words from tables where id = '${tables[0]?.id}'`,
  },
  {
    name: 'a step',
    field: 'instructions',
    call: ({ steps }, words, basedOn) =>
      input('updateStep', steps[0]?.id ?? '', 'instructions')(words, basedOn),
    read: ({ steps }) => `select instructions as words from steps where id = '${steps[0]?.id}'`,
  },
  {
    name: 'a project',
    field: 'challenge',
    call: ({ project }, words, basedOn) => input('updateProject', project.id, 'challenge')(words, basedOn),
    read: ({ project }) => `select challenge as words from projects where id = '${project.id}'`,
  },
  {
    name: 'the aim of a brief',
    field: 'howMuch',
    call: ({ briefId }, words, basedOn) =>
      `updateBrief(input: { id: "${briefId}", aim: { howMuch: ${JSON.stringify(words)} }, ${basis('howMuch', basedOn)} })`,
    read: ({ briefId }) => `select aim_how_much as words from briefs where id = '${briefId}'`,
  },
  {
    name: 'a test cycle',
    field: 'question',
    call: ({ cycles }, words, basedOn) => input('updateCycle', cycles.plan.id, 'question')(words, basedOn),
    read: ({ cycles }) => `select question as words from test_cycles where id = '${cycles.plan.id}'`,
  },
  {
    name: 'a measure',
    field: 'definition',
    call: ({ measure }, words, basedOn) => input('updateMeasure', measure.id, 'definition')(words, basedOn),
    read: ({ measure }) => `select definition as words from measures where id = '${measure.id}'`,
  },
]

test.each(CASES)('$name is not saved over', async ({ call, read, field }) => {
  const scene = await openScene(world, cast)
  const wordsNow = async () =>
    (await world.db.$client.unsafe<{ words: string | null }[]>(read(scene)))[0]?.words ?? ''
  const save = async (words: string, basedOn: string) => {
    const { data, codes } = await world.run<{ done: { __typename: string; code?: string; field?: string } }>(
      `mutation { done: ${call(scene, words, basedOn)} { __typename ... on Refusal { code field } } }`,
      {},
      cast.admin,
    )
    expect(codes).toEqual([])
    return data.done
  }
  const before = await wordsNow()
  expect((await save('First', before)).code).toBeUndefined()
  expect(await save('Second', before)).toMatchObject({ code: 'STALE_STATE', field })
  expect(await wordsNow()).toBe('First')
  // Whoever wants just what stands there, or has seen it, is not held up.
  expect((await save('First', before)).code).toBeUndefined()
  expect((await save('Second', 'First')).code).toBeUndefined()
  expect(await wordsNow()).toBe('Second')
})

test('a decision that somebody else has made meanwhile is not turned round', async () => {
  const scene = await openScene(world, cast)
  const decide = async (state: string, from: string) => {
    const call = `decideIssue(input: { issueId: "${scene.issues.own.id}", state: ${state}, from: ${from} })`
    const { data } = await world.run<{ done: { code?: string } }>(
      `mutation { done: ${call} { ... on Refusal { code } } }`,
      {},
      cast.admin,
    )
    return data.done.code
  }
  await world.db.$client`update issues set state = 'RAISED' where id = ${scene.issues.own.id}`
  const answers = await Promise.all([decide('PUT_FORWARD', 'RAISED'), decide('NOT_CHOSEN', 'RAISED')])
  expect(answers.toSorted()).toEqual(['STALE_STATE', undefined])
})
