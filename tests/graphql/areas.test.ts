import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/issues.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(() => world.close())

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

test('an area can be added and renamed, under a name that no other area has', async () => {
  const project = await world.project({ areas: ['Evidence', 'Access'] })
  const added = await world.run(ADD_AREA, { projectId: project.id, name: 'Workforce' }, staff)
  const same = await world.run(ADD_AREA, { projectId: project.id, name: 'ACCESS' }, staff)
  const renamed = await world.run(RENAME_AREA, { areaId: project.areas[1]?.id, name: 'access' }, staff)
  const taken = await world.run(RENAME_AREA, { areaId: project.areas[1]?.id, name: 'Evidence' }, staff)
  expect(added.data.addArea).toEqual({ area: { name: 'Workforce', position: 2 } })
  expect(same.data.addArea).toEqual({ code: 'BAD_USER_INPUT', field: 'name' })
  expect(renamed.data.renameArea).toEqual({ area: { name: 'access' } })
  expect(taken.data.renameArea).toEqual({ code: 'BAD_USER_INPUT', field: 'name' })
})

test('one area that two people add at once is there once', async () => {
  const project = await world.project()
  const answers = await Promise.all(
    [1, 2, 3].map(() =>
      world.run<{ addArea: { code?: string } }>(
        ADD_AREA,
        { projectId: project.id, name: 'Workforce' },
        staff,
      ),
    ),
  )
  expect(answers.map(({ data }) => data.addArea.code ?? 'ADDED').sort()).toEqual([
    'ADDED',
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ])
})

test('an area with issues stays, and so does the last one', async () => {
  const { project, areas, workshop } = await world.workshop({ areas: ['Evidence', 'Access'] })
  await world.db
    .insert(issues)
    .values({ workshopId: workshop.id, areaId: areas[0]?.id ?? '', title: 'A problem' })
  const written = await world.run(REMOVE_AREA, { areaId: areas[0]?.id }, staff)
  const empty = await world.run(REMOVE_AREA, { areaId: areas[1]?.id }, staff)
  const alone = await world.project({ areas: ['Evidence'] })
  const last = await world.run(REMOVE_AREA, { areaId: alone.areas[0]?.id }, staff)
  expect(written.data.removeArea).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(empty.data.removeArea).toEqual({ areaId: areas[1]?.id })
  expect(last.data.removeArea).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(project.id).not.toBe(alone.id)
})
