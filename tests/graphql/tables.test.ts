import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues, issueTables } from '#db/schema/issues.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const ADD_TABLE = `mutation ($input: AddTableInput!) {
  addTable(input: $input) { __typename ... on TableSuccess { table { id code name position area { name } seatCount } } ... on Refusal { code field } }
}`
const UPDATE_TABLE = `mutation ($input: UpdateTableInput!) {
  updateTable(input: $input) { ... on TableSuccess { table { code name area { name } } } ... on Refusal { code field } }
}`
const REMOVE_TABLE =
  'mutation ($tableId: ID!) { removeTable(tableId: $tableId) { ... on RemoveTableSuccess { tableId } ... on Refusal { code } } }'
const SHOWN = `query ($slug: String!) {
  workshop(slug: $slug) {
    id title participantCount issueCount dotCount permittedActivities roomCode joinUrl
    viewerCan { run writeIssues shortlist vote seeResults seePeople } viewerSeat { displayName }
    project { title } areas { name } tables { code seatCount } steps { activity }
  }
}`

test('tables get codes in capitals, in the order in which they were added', async () => {
  const { workshop, areas, facilitator } = await world.workshop({ tables: ['E1'] })
  const input = { workshopId: workshop.id, code: ' e2 ', name: ' By the window ', areaId: areas[0]?.id }
  const { data } = await world.run(ADD_TABLE, { input }, facilitator)
  expect(data.addTable).toMatchObject({
    table: { code: 'E2', name: 'By the window', position: 1, area: { name: 'Evidence' }, seatCount: 0 },
  })
})

test('a table that is sent at once several times with one id is there once; other content is refused', async () => {
  const { workshop, facilitator } = await world.workshop()
  const elsewhere = await world.workshop()
  const input = { id: v7(), workshopId: workshop.id, code: 'E1' }
  const answers = await Promise.all([1, 2, 3, 4].map(() => world.run(ADD_TABLE, { input }, facilitator)))
  for (const { data } of answers) expect(data).toEqual(answers[0]?.data)
  expect(answers[0]?.data.addTable).toMatchObject({ table: { id: input.id } })
  for (const { data } of [
    await world.run(ADD_TABLE, { input: { ...input, code: 'E2' } }, facilitator),
    await world.run(ADD_TABLE, { input }, admin),
    await world.run(
      ADD_TABLE,
      { input: { ...input, workshopId: elsewhere.workshop.id } },
      elsewhere.facilitator,
    ),
  ]) {
    expect(data.addTable).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  }
})

test('two tables of a workshop never have one code, however they are named', async () => {
  const { workshop, tables, facilitator } = await world.workshop({ tables: ['E1', 'E2'] })
  const at = { workshopId: workshop.id }
  const answers = await Promise.all(
    [1, 2, 3].map(() =>
      world.run<{ addTable: { code?: string } }>(ADD_TABLE, { input: { ...at, code: 'E3' } }, facilitator),
    ),
  )
  expect(answers.map(({ data }) => data.addTable.code ?? 'ADDED').sort()).toEqual([
    'ADDED',
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
  ])
  const renamed = await world.run(UPDATE_TABLE, { input: { id: tables[0]?.id, code: 'e2' } }, facilitator)
  const kept = await world.run(
    UPDATE_TABLE,
    { input: { id: tables[0]?.id, code: 'e1', name: 'One' } },
    facilitator,
  )
  expect(renamed.data.updateTable).toEqual({ code: 'BAD_USER_INPUT', field: 'code' })
  expect(kept.data.updateTable).toMatchObject({
    table: { code: 'E1', name: 'One', area: { name: 'Evidence' } },
  })
})

test.each([
  [{ code: '' }, 'code'],
  [{ code: 'É1' }, 'code'],
  [{ code: 'TABLE12' }, 'code'],
  [{ name: 'a\u0000' }, 'name'],
])('the table %o is refused at its field', async (fault, field) => {
  const { workshop, facilitator } = await world.workshop()
  const { data } = await world.run(
    ADD_TABLE,
    { input: { workshopId: workshop.id, code: 'E1', ...fault } },
    facilitator,
  )
  expect(data.addTable).toMatchObject({ code: 'BAD_USER_INPUT', field })
})

test('a table takes no area of another project', async () => {
  const { workshop, facilitator } = await world.workshop()
  const other = await world.project()
  for (const areaId of [other.areas[0]?.id, v7(), 'nope']) {
    const { data } = await world.run(
      ADD_TABLE,
      { input: { workshopId: workshop.id, code: 'E1', areaId } },
      facilitator,
    )
    expect(data.addTable).toMatchObject({ code: 'NOT_FOUND', field: 'areaId' })
  }
})

test('a table from which an issue came stays; from another people keep their seats', async () => {
  const { workshop, areas, tables, facilitator } = await world.workshop({
    tables: ['E1', 'A1'],
    participants: ['Anna', 'Ben'],
  })
  const issueId = v7()
  await world.db
    .insert(issues)
    .values({ id: issueId, workshopId: workshop.id, areaId: areas[0]?.id ?? '', title: 'A problem' })
  await world.db.insert(issueTables).values({ issueId, tableId: tables[0]?.id ?? '' })
  const written = await world.run(REMOVE_TABLE, { tableId: tables[0]?.id }, facilitator)
  const empty = await world.run(REMOVE_TABLE, { tableId: tables[1]?.id }, facilitator)
  expect(written.data.removeTable).toEqual({ code: 'NOT_ALLOWED_NOW' })
  expect(empty.data.removeTable).toEqual({ tableId: tables[1]?.id })
  expect((await world.run(SHOWN, workshop, facilitator)).data.workshop).toMatchObject({
    participantCount: 2,
    tables: [{ code: 'E1', seatCount: 1 }],
  })
})

test('tables are for those who run the workshop; to others it is forbidden, or nothing is there', async () => {
  const { workshop, tables, participants } = await world.workshop({ tables: ['E1'], participants: ['Anna'] })
  const elsewhere = await world.workshop()
  const before = await checksum(world.db)
  for (const [who, code] of [
    [participants[0], 'FORBIDDEN'],
    [elsewhere.facilitator, 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(ADD_TABLE, { input: { workshopId: workshop.id, code: 'X1' } }, who),
      await world.run(UPDATE_TABLE, { input: { id: tables[0]?.id, code: 'X1' } }, who),
      await world.run(REMOVE_TABLE, { tableId: tables[0]?.id }, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  expect(await checksum(world.db)).toBe(before)
})

test('a table or a workshop that is not there is not found', async () => {
  for (const id of [v7(), 'nope', 'x'.repeat(10_000)]) {
    const answers = [
      await world.run(ADD_TABLE, { input: { workshopId: id, code: 'E1' } }, admin),
      await world.run(UPDATE_TABLE, { input: { id, code: 'E1' } }, admin),
      await world.run(REMOVE_TABLE, { tableId: id }, admin),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ['NOT_FOUND']))
  }
})
