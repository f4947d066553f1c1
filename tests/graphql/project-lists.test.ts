import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(() => world.close())

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
const PROJECT = `query ($id: ID!) {
  project(id: $id) { id viewerCanEdit workshops { totalCount edges { node { title } } } phaseChanges { changedByName } }
}`
const _input = () => ({
  id: v7(),
  title: 'Peer support',
  challenge: 'What would it take?',
  areas: ['Evidence', 'Access'],
})
type Page = {
  totalCount: number
  pageInfo: { endCursor: string; hasNextPage: boolean }
  edges: { node: { id: string } }[]
}

test('pages of projects follow each other, the newest first, and archived ones are asked for', async () => {
  const own = await openWorld()
  const reader = await own.person({ platformRole: 'STAFF' })
  const made: string[] = []
  for (const title of ['A', 'B', 'C']) made.unshift((await own.project({ title })).id)
  await own.run(UPDATE, { input: { id: made[1], archived: true } }, reader)
  const list = `query ($after: String, $archived: Boolean) {
    projects(first: 2, after: $after, archived: $archived) {
      totalCount pageInfo { endCursor hasNextPage } edges { node { id } }
    }
  }`
  const kept = await own.run<{ projects: Page }>(list, {}, reader)
  const first = await own.run<{ projects: Page }>(list, { archived: true }, reader)
  const after = first.data.projects.pageInfo.endCursor
  const second = await own.run<{ projects: Page }>(list, { archived: true, after }, reader)
  const ids = ({ data }: { data: { projects: Page } }) => data.projects.edges.map(({ node }) => node.id)
  expect(kept.data.projects.totalCount).toBe(2)
  expect(ids(kept)).toEqual([made[0], made[2]])
  expect(first.data.projects).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
  expect([...ids(first), ...ids(second)]).toEqual(made)
  await own.close()
})

test('somebody who sits in a workshop of a project reads it, and of its workshops those they may see', async () => {
  const { project, participants, workshop } = await world.workshop({ title: 'Own', participants: ['Anna'] })
  await world.workshop({ title: 'Published', projectId: project.id, published: true })
  await world.workshop({ title: 'Hidden', projectId: project.id })
  await world.workshop({ title: 'Gone', projectId: project.id, published: true, deletedAt: new Date() })
  const admin = await world.person({ platformRole: 'ADMIN' })
  const seen = await world.run(PROJECT, { id: project.id }, participants[0])
  const all = await world.run<{ project: { workshops: Page } }>(PROJECT, { id: project.id }, admin)
  expect(seen.data.project).toMatchObject({
    viewerCanEdit: false,
    workshops: { totalCount: 2, edges: [{ node: { title: 'Published' } }, { node: { title: 'Own' } }] },
  })
  expect(all.data.project.workshops.totalCount).toBe(3)
  expect(workshop.title).toBe('Own')
})

test('workshops of many projects are counted in one go, each for its own project', async () => {
  const { project } = await world.workshop({ published: true })
  await world.workshop({ projectId: project.id, published: true })
  const empty = await world.project()
  const { data } = await world.run<{ projects: { edges: { node: { id: string; workshops: Page } }[] } }>(
    '{ projects(first: 100) { edges { node { id workshops(first: 1) { totalCount edges { node { id } } } } } } }',
    {},
    staff,
  )
  const counts = new Map(data.projects.edges.map(({ node }) => [node.id, node.workshops]))
  expect(counts.get(project.id)).toMatchObject({ totalCount: 2, edges: [{}] })
  expect(counts.get(empty.id)).toEqual({ totalCount: 0, edges: [] })
})

test('a project is not found by those who have no place in it, whether or not it is there', async () => {
  const { project, participants } = await world.workshop({ participants: ['Anna'], deletedAt: new Date() })
  const elsewhere = await world.workshop({ participants: ['Ben'] })
  for (const who of [null, elsewhere.facilitator, elsewhere.participants[0], participants[0]]) {
    for (const id of [project.id, v7(), 'nope']) {
      const { codes, data } = await world.run(PROJECT, { id }, who)
      expect([codes, data]).toEqual([['NOT_FOUND'], { project: null }])
    }
  }
})

test.each([{ first: 0 }, { first: 101 }, { first: -1 }, { after: 'junk' }])(
  'the page %o is refused',
  async (page) => {
    const list =
      'query ($first: Int, $after: String) { projects(first: $first, after: $after) { totalCount } }'
    expect((await world.run(list, page, staff)).codes).toEqual(['BAD_USER_INPUT'])
  },
)

test('why a project changed its phase, and who changed it, is not for readers of a published workshop', async () => {
  const { project, workshop, participants } = await world.workshop({
    participants: ['Anna'],
    published: true,
  })
  await world.run(
    PHASE,
    { input: { projectId: project.id, from: 'DISCOVERY', to: 'DEVELOPMENT', reason: 'Enough heard' } },
    staff,
  )
  const shown =
    'query ($slug: String!) { workshop(slug: $slug) { project { phaseChanges { to reason changedByName } } } }'
  const hidden = { to: 'DEVELOPMENT', reason: null, changedByName: null }
  const seen = { to: 'DEVELOPMENT', reason: 'Enough heard', changedByName: 'Stella' }
  for (const [who, change] of [
    [staff, seen],
    [participants[0], hidden],
    [null, hidden],
  ] as const) {
    const { data } = await world.run(shown, workshop, who)
    expect(data.workshop).toEqual({ project: { phaseChanges: [change] } })
  }
})
