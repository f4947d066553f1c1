import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const SEATS = `query ($slug: String!, $first: Int, $after: String, $filter: SeatFilter) {
  workshop(slug: $slug) {
    seats(first: $first, after: $after, filter: $filter) {
      totalCount pageInfo { endCursor hasNextPage }
      edges { node { displayName role email hasAccount isViewer table { code } workshop { title } } }
    }
  }
}`
const MOVE = `mutation ($seatId: ID!, $tableId: ID) {
  moveSeat(seatId: $seatId, tableId: $tableId) {
    ... on SeatSuccess { seat { displayName table { code } } } ... on Refusal { code field }
  }
}`
const ROLE = `mutation ($seatId: ID!, $role: SeatRole!) {
  changeSeatRole(seatId: $seatId, role: $role) { ... on SeatSuccess { seat { role } } ... on Refusal { code } }
}`
const REMOVE = `mutation ($seatId: ID!) {
  removeSeat(seatId: $seatId) { ... on RemoveSeatSuccess { seatId } ... on Refusal { code } }
}`
const RENAME = `mutation ($seatId: ID!, $displayName: String!) {
  renameSeat(seatId: $seatId, displayName: $displayName) {
    ... on SeatSuccess { seat { displayName isViewer } } ... on Refusal { code field }
  }
}`
const ADD = `mutation ($workshopId: ID!, $personId: ID!) {
  addFacilitator(workshopId: $workshopId, personId: $personId) {
    ... on SeatSuccess { seat { id displayName role joinedAt } } ... on Refusal { code field }
  }
}`
type Page = {
  workshop: {
    seats: {
      totalCount: number
      pageInfo: { endCursor: string; hasNextPage: boolean }
      edges: { node: { displayName: string; email: string | null } }[]
    }
  }
}
const names = ({ data }: { data: Page }) => data.workshop.seats.edges.map(({ node }) => node.displayName)

test('a seat moves to a table of its workshop, or to none', async () => {
  const { tables, facilitator, participants } = await world.workshop({
    tables: ['E1', 'E2'],
    participants: ['Anna'],
  })
  const other = await world.workshop({ tables: ['X1'] })
  const seatId = participants[0]?.seatId
  const moved = await world.run(MOVE, { seatId, tableId: tables[1]?.id }, facilitator)
  const none = await world.run(MOVE, { seatId, tableId: null }, facilitator)
  expect(moved.data.moveSeat).toEqual({ seat: { displayName: 'Anna', table: { code: 'E2' } } })
  expect(none.data.moveSeat).toEqual({ seat: { displayName: 'Anna', table: null } })
  for (const tableId of [other.tables[0]?.id, v7(), 'nope']) {
    const { data } = await world.run(MOVE, { seatId, tableId }, facilitator)
    expect(data.moveSeat).toEqual({ code: 'NOT_FOUND', field: 'tableId' })
  }
})

test('facilitators say who takes part and who observes; who facilitates is for administrators to say', async () => {
  const { facilitator, participants } = await world.workshop({ participants: ['Anna'] })
  const seatId = participants[0]?.seatId
  expect((await world.run(ROLE, { seatId, role: 'OBSERVER' }, facilitator)).data).toEqual({
    changeSeatRole: { seat: { role: 'OBSERVER' } },
  })
  expect((await world.run(ROLE, { seatId, role: 'FACILITATOR' }, facilitator)).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(ROLE, { seatId, role: 'FACILITATOR' }, admin)).data).toEqual({
    changeSeatRole: { seat: { role: 'FACILITATOR' } },
  })
  expect((await world.run(ROLE, { seatId, role: 'OBSERVER' }, facilitator)).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(REMOVE, { seatId }, facilitator)).codes).toEqual(['FORBIDDEN'])
})

test('a workshop keeps a facilitator, also when two leave at once', async () => {
  const { workshop, facilitator } = await world.workshop()
  const second = await world.seat(workshop.id, { role: 'FACILITATOR' })
  const answers = await Promise.all([
    world.run<{ removeSeat: { code?: string } }>(REMOVE, { seatId: facilitator.seatId }, facilitator),
    world.run<{ removeSeat: { code?: string } }>(REMOVE, { seatId: second.seatId }, second),
  ])
  expect(answers.map(({ data }) => data.removeSeat.code ?? 'LEFT').sort()).toEqual([
    'LEFT',
    'NOT_ALLOWED_NOW',
  ])
  const left = await world.run<Page>(SEATS, { ...workshop, filter: { role: 'FACILITATOR' } }, admin)
  expect(names(left)).toHaveLength(1)
})

test('the last facilitator stays one', async () => {
  const { facilitator } = await world.workshop()
  expect((await world.run(ROLE, { seatId: facilitator.seatId, role: 'OBSERVER' }, admin)).data).toEqual({
    changeSeatRole: { code: 'NOT_ALLOWED_NOW' },
  })
  expect((await world.run(REMOVE, { seatId: facilitator.seatId }, admin)).data).toEqual({
    removeSeat: { code: 'NOT_ALLOWED_NOW' },
  })
})

test('whoever loses their seat no longer finds the workshop, from the next request on', async () => {
  const { workshop, facilitator, participants } = await world.workshop({ participants: ['Anna'] })
  const { data } = await world.run(REMOVE, { seatId: participants[0]?.seatId }, facilitator)
  expect(data.removeSeat).toEqual({ seatId: participants[0]?.seatId })
  expect((await world.run(SEATS, workshop, participants[0])).codes).toEqual(['NOT_FOUND'])
  expect((await world.run(REMOVE, { seatId: participants[0]?.seatId }, facilitator)).codes).toEqual([
    'NOT_FOUND',
  ])
})

test('everybody renames their own seat, and nobody another’s', async () => {
  const { facilitator, participants } = await world.workshop({ participants: ['Anna', 'Ben'] })
  const [anna, ben] = participants
  const own = await world.run(RENAME, { seatId: anna?.seatId, displayName: ' Anna B. ' }, anna)
  const empty = await world.run(RENAME, { seatId: anna?.seatId, displayName: '\u2060' }, anna)
  expect(own.data.renameSeat).toEqual({ seat: { displayName: 'Anna B.', isViewer: true } })
  expect(empty.data.renameSeat).toEqual({ code: 'BAD_USER_INPUT', field: 'displayName' })
  for (const who of [ben, facilitator, admin]) {
    expect((await world.run(RENAME, { seatId: anna?.seatId, displayName: 'Mine' }, who)).codes).toEqual([
      'FORBIDDEN',
    ])
  }
})

test('an administrator gives staff a facilitator’s seat, or makes the seat they have one', async () => {
  const { workshop } = await world.workshop()
  const staff = await world.person({ name: null, email: 'sam@example.org', platformRole: 'STAFF' })
  const add = () =>
    world.run<{ addFacilitator: { seat: { id: string } } }>(
      ADD,
      { workshopId: workshop.id, personId: staff.id },
      admin,
    )
  const answers = await Promise.all([add(), add(), add()])
  for (const { data } of answers) {
    expect(data.addFacilitator).toMatchObject({
      seat: { displayName: 'sam', role: 'FACILITATOR', joinedAt: null },
    })
  }
  expect(new Set(answers.map(({ data }) => data.addFacilitator.seat.id)).size).toBe(1)
})

test('somebody invited while signed in has joined once they come to the workshop', async () => {
  const { workshop } = await world.workshop()
  const staff = await world.person({ platformRole: 'STAFF' })
  await world.run(ADD, { workshopId: workshop.id, personId: staff.id }, admin)
  const come = 'query ($slug: String!) { workshop(slug: $slug) { viewerSeat { joinedAt } } }'
  expect((await world.run(come, workshop, staff)).data.workshop).toEqual({
    viewerSeat: { joinedAt: expect.any(String) },
  })
})

test('only staff can be made facilitators', async () => {
  const { workshop, facilitator, participants } = await world.workshop({ participants: ['Anna'] })
  const staff = await world.person({ platformRole: 'STAFF' })
  for (const personId of [participants[0]?.id, v7(), 'nope']) {
    const { data } = await world.run(ADD, { workshopId: workshop.id, personId }, admin)
    expect(data.addFacilitator).toEqual({ code: 'NOT_FOUND', field: 'personId' })
  }
  expect((await world.run(ADD, { workshopId: workshop.id, personId: staff.id }, facilitator)).codes).toEqual([
    'FORBIDDEN',
  ])
  expect((await world.run(ADD, { workshopId: workshop.id, personId: staff.id }, staff)).codes).toEqual([
    'NOT_FOUND',
  ])
})

test('seats are for those who run the workshop; to others it is forbidden, or nothing is there', async () => {
  const { participants } = await world.workshop({ participants: ['Anna', 'Ben'] })
  const elsewhere = await world.workshop()
  const seatId = participants[1]?.seatId
  const before = await checksum(world.db)
  for (const [who, code] of [
    [participants[0], 'FORBIDDEN'],
    [elsewhere.facilitator, 'NOT_FOUND'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(MOVE, { seatId, tableId: null }, who),
      await world.run(ROLE, { seatId, role: 'OBSERVER' }, who),
      await world.run(REMOVE, { seatId }, who),
      await world.run(RENAME, { seatId, displayName: 'Mine' }, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  for (const id of [v7(), 'nope'])
    expect((await world.run(REMOVE, { seatId: id }, admin)).codes).toEqual(['NOT_FOUND'])
  expect(await checksum(world.db)).toBe(before)
})
