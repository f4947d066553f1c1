import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workshops } from '#db/schema/workshops.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let _staff: TestPerson
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  _staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const _CREATE = `mutation ($input: CreateWorkshopInput!) {
  createWorkshop(input: $input) {
    __typename
    ... on WorkshopSuccess {
      workshop {
        id slug title startsOn endsOn timeZone venue phase dotsPerVoter prioritiesToSelect roomCode joinUrl
        viewerCan { run vote seePeople } viewerSeat { displayName role }
        areas { name } tables { code name position area { name } } steps { title day activity state }
      }
    }
    ... on Refusal { code message field }
  }
}`
const UPDATE = `mutation ($input: UpdateWorkshopInput!) {
  updateWorkshop(input: $input) {
    ... on WorkshopSuccess { workshop { title venue description startsOn endsOn contactEmail dotsPerVoter slug } }
    ... on Refusal { code field }
  }
}`
const DELETE =
  'mutation ($id: ID!) { deleteWorkshop(id: $id) { ... on DeleteWorkshopSuccess { workshopId restorableUntil } } }'
const RESTORE =
  'mutation ($id: ID!) { restoreWorkshop(id: $id) { ... on WorkshopSuccess { workshop { id viewerCan { run } } } } }'
const ARCHIVE =
  'mutation ($id: ID!, $archived: Boolean!) { archiveWorkshop(id: $id, archived: $archived) { ... on WorkshopSuccess { workshop { archivedAt } } } }'
const PUBLISH =
  'mutation ($id: ID!, $published: Boolean!) { publishWorkshop(id: $id, published: $published) { ... on WorkshopSuccess { workshop { publishedAt } } } }'
const NEW_CODE =
  'mutation ($id: ID!) { regenerateRoomCode(id: $id) { ... on WorkshopSuccess { workshop { roomCode } } } }'
const ROOM =
  'mutation ($id: ID!, $open: Boolean!) { setRoomOpen(id: $id, open: $open) { ... on WorkshopSuccess { workshop { roomOpen } } } }'
const _ADD_TABLE = `mutation ($input: AddTableInput!) {
  addTable(input: $input) { __typename ... on TableSuccess { table { id code name position area { name } seatCount } } ... on Refusal { code field } }
}`
const _UPDATE_TABLE = `mutation ($input: UpdateTableInput!) {
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
async function _newInput() {
  const project = await world.project({ areas: ['Evidence', 'Access'] })
  return {
    id: v7(),
    projectId: project.id,
    title: 'Peer support',
    startsOn: '2017-07-13',
    endsOn: '2017-07-14',
    template: 'TWO_DAY_DISCOVERY',
  }
}

test('what a change leaves out stays, the address too, and emptied text goes', async () => {
  const { workshop, facilitator } = await world.workshop()
  const first = {
    id: workshop.id,
    title: 'New',
    venue: 'Hall',
    description: 'Two\nlines',
    contactEmail: 'Lab@Example.org',
    dotsPerVoter: 5,
  }
  await world.run(UPDATE, { input: first }, facilitator)
  const { data } = await world.run(
    UPDATE,
    { input: { id: workshop.id, venue: null, endsOn: '2017-07-15' } },
    facilitator,
  )
  expect(data.updateWorkshop).toEqual({
    workshop: {
      title: 'New',
      venue: null,
      description: 'Two\nlines',
      startsOn: '2017-07-13',
      endsOn: '2017-07-15',
      contactEmail: 'lab@example.org',
      dotsPerVoter: 5,
      slug: workshop.slug,
    },
  })
})

test.each([
  [{ dotsPerVoter: 0 }, 'dotsPerVoter'],
  [{ dotsPerVoter: 21 }, 'dotsPerVoter'],
  [{ prioritiesToSelect: 0 }, 'prioritiesToSelect'],
  [{ startsOn: '2017-07-14' }, 'endsOn'],
  [{ contactEmail: 'nobody' }, 'contactEmail'],
  [{ title: '' }, 'title'],
])('the change %o is refused at its field', async (fault, field) => {
  const { workshop, facilitator } = await world.workshop()
  const { data } = await world.run(UPDATE, { input: { id: workshop.id, ...fault } }, facilitator)
  expect(data.updateWorkshop).toEqual({ code: 'BAD_USER_INPUT', field })
})

test('a deleted workshop is found by nobody until it is restored, whole', async () => {
  const { workshop, tables, steps, facilitator, participants } = await world.workshop({
    tables: ['E1'],
    steps: [{ activity: 'GATHER' }],
    participants: ['Anna'],
    published: true,
  })
  const { data } = await world.run<{ deleteWorkshop: { restorableUntil: string } }>(
    DELETE,
    { id: workshop.id },
    facilitator,
  )
  const days = (Date.parse(data.deleteWorkshop.restorableUntil) - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(30, 1)
  for (const who of [facilitator, participants[0], admin, null]) {
    expect((await world.run(SHOWN, { slug: workshop.slug }, who)).codes).toEqual(['NOT_FOUND'])
  }
  for (const act of [
    world.run(UPDATE, { input: { id: workshop.id, title: 'New' } }, facilitator),
    world.run(UPDATE, { input: { id: workshop.id, title: 'New' } }, admin),
    world.run(
      'mutation ($stepId: ID!) { removeStep(stepId: $stepId) { __typename } }',
      { stepId: steps[0]?.id },
      admin,
    ),
    world.run(REMOVE_TABLE, { tableId: tables[0]?.id }, admin),
    world.run(RESTORE, { id: workshop.id }, participants[0]),
  ]) {
    expect((await act).codes).toEqual([expect.stringMatching(/NOT_FOUND|FORBIDDEN/)])
  }
  const restored = await world.run(RESTORE, { id: workshop.id }, facilitator)
  expect(restored.data.restoreWorkshop).toEqual({ workshop: { id: workshop.id, viewerCan: { run: true } } })
  expect((await world.run(SHOWN, { slug: workshop.slug }, participants[0])).data.workshop).toMatchObject({
    participantCount: 1,
    tables: [{ code: 'E1' }],
    steps: [{}],
  })
})

test('after 30 days a deleted workshop is gone, and pressing restore twice is no error', async () => {
  const { workshop } = await world.workshop()
  await world.run(DELETE, { id: workshop.id }, admin)
  await world.run(RESTORE, { id: workshop.id }, admin)
  expect((await world.run(RESTORE, { id: workshop.id }, admin)).data.restoreWorkshop).toMatchObject({
    workshop: {},
  })
  await world.db
    .update(workshops)
    .set({ deletedAt: sql`now() - interval '30 days 1 second'` })
    .where(eq(workshops.id, workshop.id))
  expect((await world.run(RESTORE, { id: workshop.id }, admin)).codes).toEqual(['NOT_FOUND'])
})

test('a seat in a deleted workshop gives no rights: the dashboard closes for a facilitator who runs nothing else', async () => {
  const { workshop, facilitator } = await world.workshop()
  await world.run(DELETE, { id: workshop.id }, facilitator)
  const { data } = await world.run(
    '{ viewer { canOpenDashboard seats { totalCount edges { node { id } } } } }',
    {},
    facilitator,
  )
  expect(data.viewer).toEqual({ canOpenDashboard: false, seats: { totalCount: 0, edges: [] } })
})

test('a workshop is archived, published and its room closed, and each is undone', async () => {
  const { workshop, facilitator } = await world.workshop()
  const { id } = workshop
  expect((await world.run(ARCHIVE, { id, archived: true }, facilitator)).data).toMatchObject({
    archiveWorkshop: { workshop: { archivedAt: expect.any(String) } },
  })
  expect((await world.run(ARCHIVE, { id, archived: false }, facilitator)).data).toMatchObject({
    archiveWorkshop: { workshop: { archivedAt: null } },
  })
  expect((await world.run(SHOWN, { slug: workshop.slug })).codes).toEqual(['NOT_FOUND'])
  await world.run(PUBLISH, { id, published: true }, facilitator)
  expect((await world.run(SHOWN, { slug: workshop.slug })).data.workshop).toMatchObject({
    title: 'Discovery',
  })
  await world.run(PUBLISH, { id, published: false }, facilitator)
  expect((await world.run(SHOWN, { slug: workshop.slug })).codes).toEqual(['NOT_FOUND'])
  expect((await world.run(ROOM, { id, open: false }, facilitator)).data).toMatchObject({
    setRoomOpen: { workshop: { roomOpen: false } },
  })
  const renewed = await world.run<{ regenerateRoomCode: { workshop: { roomCode: string } } }>(
    NEW_CODE,
    { id },
    facilitator,
  )
  expect(renewed.data.regenerateRoomCode.workshop.roomCode).not.toBe(workshop.roomCode)
})

test('a workshop is changed by those who run it', async () => {
  const { workshop, participants } = await world.workshop({ participants: ['Anna'] })
  const elsewhere = await world.workshop()
  const staff = await world.person({ platformRole: 'STAFF' })
  const before = await checksum(world.db)
  const { id } = workshop
  for (const [who, code] of [
    [participants[0], 'FORBIDDEN'],
    [elsewhere.facilitator, 'NOT_FOUND'],
    [staff, 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(UPDATE, { input: { id, title: 'Mine' } }, who),
      await world.run(ARCHIVE, { id, archived: true }, who),
      await world.run(DELETE, { id }, who),
      await world.run(RESTORE, { id }, who),
      await world.run(PUBLISH, { id, published: true }, who),
      await world.run(NEW_CODE, { id }, who),
      await world.run(ROOM, { id, open: false }, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  expect(await checksum(world.db)).toBe(before)
})

test('ids that are none are not found, and never reach the database', async () => {
  for (const id of ['nope', '00000000-0000-0000-0000-00000000000g', 'x'.repeat(10_000)]) {
    const answers = [
      await world.run(UPDATE, { input: { id, title: 'New' } }, admin),
      await world.run(DELETE, { id }, admin),
      await world.run(RESTORE, { id }, admin),
      await world.run(NEW_CODE, { id }, admin),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => ['NOT_FOUND']))
  }
})
