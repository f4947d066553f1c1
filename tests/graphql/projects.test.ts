import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(() => world.close())

const CREATE = `mutation ($input: CreateProjectInput!) {
  createProject(input: $input) {
    __typename
    ... on ProjectSuccess {
      project {
        id title challenge phase viewerCanEdit archivedAt areas { name position }
        phaseChanges { from to reason changedByName }
      }
    }
    ... on Refusal { code message field }
  }
}`
const UPDATE = `mutation ($input: UpdateProjectInput!) {
  updateProject(input: $input) {
    ... on ProjectSuccess { project { title challenge archivedAt } }
    ... on Refusal { code field }
  }
}`
const PHASE = `mutation ($input: ChangePhaseInput!) {
  changePhase(input: $input) {
    __typename
    ... on ProjectSuccess { project { phase phaseChanges { from to reason changedByName } } }
    ... on Refusal { code message field }
  }
}`
const ADD_AREA = `mutation ($projectId: ID!, $name: String!) {
  addArea(projectId: $projectId, name: $name) {
    ... on AreaSuccess { area { name position } } ... on Refusal { code field }
  }
}`
const RENAME_AREA = `mutation ($areaId: ID!, $name: String!) {
  renameArea(areaId: $areaId, name: $name) { ... on AreaSuccess { area { name } } ... on Refusal { code field } }
}`
const REMOVE_AREA = `mutation ($areaId: ID!) {
  removeArea(areaId: $areaId) { ... on RemoveAreaSuccess { areaId } ... on Refusal { code message } }
}`
const input = () => ({
  id: v7(),
  title: 'Peer support',
  challenge: 'What would it take?',
  areas: ['Evidence', 'Access'],
})

test('a new project has its areas in order and begins in discovery, which is recorded', async () => {
  const { data } = await world.run(CREATE, { input: input() }, staff)
  expect(data.createProject).toMatchObject({
    project: {
      title: 'Peer support',
      phase: 'DISCOVERY',
      viewerCanEdit: true,
      areas: [
        { name: 'Evidence', position: 0 },
        { name: 'Access', position: 1 },
      ],
      phaseChanges: [{ from: null, to: 'DISCOVERY', reason: null, changedByName: 'Stella' }],
    },
  })
})

test('a project that is sent five times at once is there once, with its areas once', async () => {
  const asked = input()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.run(CREATE, { input: asked }, staff)))
  for (const { data } of answers) expect(data).toEqual(answers[0]?.data)
  expect(answers[0]?.data.createProject).toMatchObject({ project: { areas: [{}, {}], phaseChanges: [{}] } })
})

test('an id that is in use is refused for other content and for another person, who learn nothing of the first', async () => {
  const asked = input()
  await world.run(CREATE, { input: asked }, staff)
  const other = await world.person({ platformRole: 'STAFF' })
  const answers = [
    await world.run(CREATE, { input: { ...asked, areas: ['Workforce'] } }, staff),
    await world.run(CREATE, { input: asked }, other),
  ]
  for (const { data } of answers) {
    expect(data.createProject).toEqual({
      __typename: 'Refusal',
      code: 'IDEMPOTENCY_MISMATCH',
      field: 'id',
      message: expect.not.stringContaining('Peer'),
    })
  }
})

test.each([
  ['no title', { title: ' ' }, 'title'],
  ['a challenge over the limit', { challenge: 'x'.repeat(501) }, 'challenge'],
  ['no areas', { areas: [] }, 'areas'],
  ['thirteen areas', { areas: Array.from({ length: 13 }, (_, at) => `Area ${at}`) }, 'areas'],
  ['two areas of one name', { areas: ['Access', 'access'] }, 'areas'],
  ['an area without a name', { areas: ['Access', '\u2800'] }, 'areas'],
  ['an id that is none', { id: '1 or 1=1' }, 'id'],
])('a project with %s is refused at its field and changes nothing', async (_what, fault, field) => {
  const before = await checksum(world.db)
  const { data } = await world.run(CREATE, { input: { ...input(), ...fault } }, staff)
  expect(data.createProject).toMatchObject({ __typename: 'Refusal', code: 'BAD_USER_INPUT', field })
  expect(await checksum(world.db)).toBe(before)
})

test('a title typed with separate accents is kept in the one form that accents are kept in', async () => {
  const { data } = await world.run(CREATE, { input: { ...input(), title: 'Cafe\u0301' } }, staff)
  expect(data.createProject).toMatchObject({ project: { title: 'Caf\u00e9' } })
})

test('what a change leaves out stays; a project is archived and comes back', async () => {
  const project = await world.project()
  const { data } = await world.run(UPDATE, { input: { id: project.id, title: 'New', archived: true } }, staff)
  expect(data.updateProject).toEqual({
    project: { title: 'New', challenge: project.challenge, archivedAt: expect.any(String) },
  })
  const back = await world.run(UPDATE, { input: { id: project.id, archived: false } }, staff)
  expect(back.data.updateProject).toMatchObject({ project: { title: 'New', archivedAt: null } })
})

test('a project goes one phase forward, and back with a reason, each change recorded', async () => {
  const { id: projectId } = await world.project()
  await world.run(PHASE, { input: { projectId, from: 'DISCOVERY', to: 'DEVELOPMENT' } }, staff)
  const silent = await world.run(PHASE, { input: { projectId, from: 'DEVELOPMENT', to: 'DISCOVERY' } }, staff)
  const back = { projectId, from: 'DEVELOPMENT', to: 'DISCOVERY', reason: 'More to hear' }
  const { data } = await world.run(PHASE, { input: back }, staff)
  expect(silent.data.changePhase).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
  expect(data.changePhase).toMatchObject({
    project: {
      phase: 'DISCOVERY',
      phaseChanges: [
        { from: 'DISCOVERY', to: 'DEVELOPMENT', reason: null, changedByName: 'Stella' },
        { from: 'DEVELOPMENT', to: 'DISCOVERY', reason: 'More to hear' },
      ],
    },
  })
})

test('a project does not skip a phase', async () => {
  const { id: projectId } = await world.project()
  const { data } = await world.run(PHASE, { input: { projectId, from: 'DISCOVERY', to: 'TESTING' } }, staff)
  expect(data.changePhase).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('when several people press "next" at once, the project moves one phase', async () => {
  const { id: projectId } = await world.project()
  const next = { projectId, from: 'DISCOVERY', to: 'DEVELOPMENT' }
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => world.run<{ changePhase: { code?: string } }>(PHASE, { input: next }, staff)),
  )
  expect(answers.map(({ data }) => data.changePhase.code ?? 'MOVED').sort()).toEqual([
    'MOVED',
    'STALE_STATE',
    'STALE_STATE',
    'STALE_STATE',
  ])
})

test('only staff change projects', async () => {
  const { project, areas, facilitator } = await world.workshop()
  const before = await checksum(world.db)
  for (const [who, code] of [
    [facilitator, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(CREATE, { input: input() }, who),
      await world.run(UPDATE, { input: { id: project.id, title: 'Mine' } }, who),
      await world.run(PHASE, { input: { projectId: project.id, from: 'DISCOVERY', to: 'DEVELOPMENT' } }, who),
      await world.run(ADD_AREA, { projectId: project.id, name: 'Mine' }, who),
      await world.run(RENAME_AREA, { areaId: areas[0]?.id, name: 'Mine' }, who),
      await world.run(REMOVE_AREA, { areaId: areas[0]?.id }, who),
      await world.run('{ projects { totalCount } }', {}, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  expect(await checksum(world.db)).toBe(before)
})

test('what is not there is not found', async () => {
  for (const id of [v7(), 'nope']) {
    const answers = [
      await world.run(UPDATE, { input: { id, title: 'New' } }, staff),
      await world.run(PHASE, { input: { projectId: id, from: 'DISCOVERY', to: 'DEVELOPMENT' } }, staff),
      await world.run(ADD_AREA, { projectId: id, name: 'New' }, staff),
      await world.run(RENAME_AREA, { areaId: id, name: 'New' }, staff),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ['NOT_FOUND']))
  }
})
