import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const CREATE = `mutation ($input: CreateWorkshopInput!) {
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
const DUPLICATE = `mutation ($input: DuplicateWorkshopInput!) {
  duplicateWorkshop(input: $input) {
    __typename
    ... on WorkshopSuccess {
      workshop {
        id slug title startsOn endsOn participantCount issueCount viewerSeat { role }
        tables { code area { name } } steps { title state }
      }
    }
    ... on Refusal { code field }
  }
}`
async function newInput() {
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

test('a workshop from the template has two tables for each area, the steps of both days, and its creator as facilitator', async () => {
  const { data } = await world.run<{ createWorkshop: { workshop: { steps: { day: number }[] } } }>(
    CREATE,
    { input: await newInput() },
    staff,
  )
  expect(data.createWorkshop.workshop).toMatchObject({
    title: 'Peer support',
    timeZone: 'Europe/London',
    venue: null,
    phase: 'DISCOVERY',
    dotsPerVoter: 4,
    prioritiesToSelect: 4,
    roomCode: expect.stringMatching(/^[C-Y2-9]{6}$/),
    viewerCan: { run: true, vote: false, seePeople: true },
    viewerSeat: { displayName: 'Stella', role: 'FACILITATOR' },
    areas: [{ name: 'Evidence' }, { name: 'Access' }],
    tables: [
      { code: 'E1', name: 'Evidence, table 1', area: { name: 'Evidence' } },
      { code: 'E2' },
      { code: 'A1', position: 2, area: { name: 'Access' } },
      { code: 'A2' },
    ],
  })
  expect(data.createWorkshop.workshop.steps.map(({ day }) => day)).toEqual([1, 1, 1, 1, 1, 2, 2, 2])
})

test('areas that begin alike get tables with codes of their own, even when their letters run out', async () => {
  const project = await world.project({ areas: ['Evidence', 'Everything', 'E', 'É', '循証'] })
  const input = { ...(await newInput()), projectId: project.id }
  const { data } = await world.run<{ createWorkshop: { workshop: { tables: { code: string }[] } } }>(
    CREATE,
    { input },
    staff,
  )
  const codes = data.createWorkshop.workshop.tables.map(({ code }) => code)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[A-Z]{1,5}\d$/)
})

test('on a single day all steps of the template are on that day, and an empty workshop has none', async () => {
  const input = { ...(await newInput()), endsOn: '2017-07-13' }
  const single = await world.run<{ createWorkshop: { workshop: { steps: { day: number }[] } } }>(
    CREATE,
    { input },
    staff,
  )
  const empty = await world.run(CREATE, { input: { ...(await newInput()), template: 'EMPTY' } }, staff)
  expect(new Set(single.data.createWorkshop.workshop.steps.map(({ day }) => day))).toEqual(new Set([1]))
  expect(empty.data.createWorkshop).toMatchObject({ workshop: { tables: [], steps: [] } })
})

test('a workshop that is sent five times at once is there once, with its tables once', async () => {
  const input = await newInput()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.run(CREATE, { input }, staff)))
  for (const { data } of answers) expect(data).toEqual(answers[0]?.data)
  expect(answers[0]?.data.createWorkshop).toMatchObject({
    workshop: { id: input.id, tables: [{}, {}, {}, {}] },
  })
})

test('an id that is in use is refused for other content and for another person', async () => {
  const input = await newInput()
  await world.run(CREATE, { input }, staff)
  const other = await world.person({ platformRole: 'STAFF' })
  for (const { data } of [
    await world.run(CREATE, { input: { ...input, venue: 'Elsewhere' } }, staff),
    await world.run(CREATE, { input }, other),
  ]) {
    expect(data.createWorkshop).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', field: 'id' })
  }
})

test('workshops of one title, begun at once, get addresses and room codes of their own', async () => {
  const inputs = await Promise.all(
    Array.from({ length: 6 }, async () => ({ ...(await newInput()), title: 'Same title' })),
  )
  const answers = await Promise.all(
    inputs.map((input) =>
      world.run<{ createWorkshop: { workshop: { slug: string; roomCode: string } } }>(
        CREATE,
        { input },
        staff,
      ),
    ),
  )
  const made = answers.map(({ data }) => data.createWorkshop.workshop)
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(6)
  expect(new Set(made.map(({ roomCode }) => roomCode)).size).toBe(6)
  for (const { slug } of made) expect(slug).toMatch(/^same-title(-[a-z0-9]{4})?$/)
})

test.each([
  ['no title', { title: '\u200b' }, 'title'],
  ['NUL in its venue', { venue: 'a\u0000b' }, 'venue'],
  ['a description over the limit', { description: 'x'.repeat(4001) }, 'description'],
  ['a last day before the first', { endsOn: '2017-07-12' }, 'endsOn'],
  ['a time zone that is none', { timeZone: 'Moon/Sea' }, 'timeZone'],
  ['an id that is none', { id: 'nope' }, 'id'],
])('a workshop with %s is refused at its field and changes nothing', async (_what, fault, field) => {
  const input = { ...(await newInput()), ...fault }
  const before = await checksum(world.db)
  const { data } = await world.run(CREATE, { input }, staff)
  expect(data.createWorkshop).toMatchObject({ code: 'BAD_USER_INPUT', field })
  expect(await checksum(world.db)).toBe(before)
})

test('a workshop in a project that is not there is refused at the project', async () => {
  for (const projectId of [v7(), 'nope']) {
    const { data } = await world.run(CREATE, { input: { ...(await newInput()), projectId } }, staff)
    expect(data.createWorkshop).toMatchObject({ code: 'NOT_FOUND', field: 'projectId' })
  }
})

test('a duplicate has the tables and steps of the first, planned anew, without its people and words', async () => {
  const source = await world.workshop({
    tables: ['E1', 'A1'],
    steps: [{ activity: 'GATHER', state: 'DONE' }],
    participants: ['Anna'],
  })
  const fay = source.facilitator
  await world.run(
    'mutation ($personId: ID!) { changePlatformRole(personId: $personId, role: STAFF) { __typename } }',
    { personId: fay.id },
    admin,
  )
  const input = { id: v7(), workshopId: source.workshop.id, title: 'Again', startsOn: '2018-02-28' }
  const answers = await Promise.all([1, 2, 3].map(() => world.run(DUPLICATE, { input }, fay)))
  for (const { data } of answers) {
    expect(data.duplicateWorkshop).toMatchObject({
      workshop: {
        id: input.id,
        startsOn: '2018-02-28',
        endsOn: '2018-02-28',
        participantCount: 0,
        issueCount: 0,
        viewerSeat: { role: 'FACILITATOR' },
        tables: [{ code: 'E1', area: { name: 'Evidence' } }, { code: 'A1' }],
        steps: [{ title: 'GATHER', state: 'PLANNED' }],
      },
    })
  }
})

test('a workshop is duplicated by staff who run it: to other staff it is not there', async () => {
  const { workshop, facilitator } = await world.workshop()
  const input = { workshopId: workshop.id, title: 'Again', startsOn: '2018-02-28' }
  expect((await world.run(DUPLICATE, { input }, staff)).codes).toEqual(['NOT_FOUND'])
  expect((await world.run(DUPLICATE, { input }, facilitator)).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(DUPLICATE, { input: { ...input, workshopId: 'nope' } }, admin)).codes).toEqual([
    'NOT_FOUND',
  ])
})

test('workshops are created by staff', async () => {
  const { facilitator, participants } = await world.workshop({ participants: ['Anna'] })
  const input = await newInput()
  const before = await checksum(world.db)
  expect((await world.run(CREATE, { input }, facilitator)).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(CREATE, { input }, participants[0])).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(CREATE, { input })).codes).toEqual(['UNAUTHENTICATED'])
  expect(await checksum(world.db)).toBe(before)
})
