import { afterAll, beforeAll, expect, test } from 'vitest'
import { seats } from '#db/schema/seats.ts'
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

test('the people of a workshop see who is there; addresses are for facilitators and the person themselves', async () => {
  const { workshop, facilitator, participants } = await world.workshop({
    tables: ['E1'],
    participants: ['Anna', 'Ben'],
  })
  await world.seat(workshop.id, { name: 'Guest', email: null })
  const seen = async (who: TestPerson | undefined) => {
    const { data } = await world.run<Page>(SEATS, workshop, who)
    return data.workshop.seats.edges.map(({ node }) => node)
  }
  const [anna] = participants
  expect(await seen(anna)).toMatchObject([
    { displayName: 'Fay', role: 'FACILITATOR', email: null, isViewer: false },
    {
      displayName: 'Anna',
      email: anna?.email,
      isViewer: true,
      hasAccount: true,
      table: { code: 'E1' },
      workshop: { title: 'Discovery' },
    },
    { displayName: 'Ben', email: null },
    { displayName: 'Guest', email: null, hasAccount: false, table: null },
  ])
  for (const who of [facilitator, admin]) {
    expect((await seen(who)).map(({ email }) => email)).toEqual([
      facilitator.email,
      anna?.email,
      participants[1]?.email,
      null,
    ])
  }
})

test('who sits in a workshop is not for readers of a published one', async () => {
  const { workshop } = await world.workshop({ participants: ['Anna'], published: true })
  const elsewhere = await world.workshop({ participants: ['Ben'] })
  for (const [who, code] of [
    [null, 'UNAUTHENTICATED'],
    [elsewhere.participants[0], 'FORBIDDEN'],
    [elsewhere.facilitator, 'FORBIDDEN'],
  ] as const) {
    const { codes, data } = await world.run(SEATS, workshop, who)
    expect([codes, JSON.stringify(data)]).toEqual([[code], '{"workshop":null}'])
  }
})

test('pages of seats follow each other, the oldest first', async () => {
  const { workshop, facilitator } = await world.workshop({ participants: ['Anna', 'Ben', 'Carol'] })
  const first = await world.run<Page>(SEATS, { ...workshop, first: 3 }, facilitator)
  const after = first.data.workshop.seats.pageInfo.endCursor
  const rest = await world.run<Page>(SEATS, { ...workshop, first: 3, after }, facilitator)
  expect([names(first), first.data.workshop.seats.totalCount]).toEqual([['Fay', 'Anna', 'Ben'], 4])
  expect([names(rest), rest.data.workshop.seats.pageInfo.hasNextPage]).toEqual([['Carol'], false])
})

test('seats are found by role, table, arrival and part of a name, whatever the name holds', async () => {
  const { workshop, tables, facilitator } = await world.workshop({ tables: ['E1'] })
  await world.seat(workshop.id, { name: '100% Anna_', tableId: tables[0]?.id })
  await world.seat(workshop.id, { name: 'Ben', role: 'OBSERVER' })
  const found = async (filter: object) => {
    const answer = await world.run<Page>(SEATS, { ...workshop, filter }, facilitator)
    expect(answer.data.workshop.seats.totalCount).toBe(names(answer).length)
    return names(answer)
  }
  expect(await found({ role: 'OBSERVER' })).toEqual(['Ben'])
  expect(await found({ tableId: tables[0]?.id })).toEqual(['100% Anna_'])
  expect(await found({ tableId: 'nope' })).toEqual([])
  expect(await found({ joined: false })).toEqual([])
  expect(await found({ search: 'anna' })).toEqual(['100% Anna_'])
  expect(await found({ search: '%' })).toEqual(['100% Anna_'])
  expect(await found({ search: 'a_' })).toEqual(['100% Anna_'])
  expect(await found({ search: "' or 1=1 --" })).toEqual([])
})

test('a search does not tell participants whose address it is', async () => {
  const { workshop, facilitator, participants } = await world.workshop({ participants: ['Anna'] })
  const ben = await world.seat(workshop.id, { name: 'Ben', email: 'secret@example.org' })
  const filter = { search: 'secret' }
  expect(names(await world.run<Page>(SEATS, { ...workshop, filter }, facilitator))).toEqual([ben.name])
  expect(names(await world.run<Page>(SEATS, { ...workshop, filter }, participants[0]))).toEqual([])
})

test('a search that is no text is refused', async () => {
  const { workshop, facilitator } = await world.workshop()
  for (const search of ['a\u0000', '\ud800']) {
    expect((await world.run(SEATS, { ...workshop, filter: { search } }, facilitator)).codes).toEqual([
      'BAD_USER_INPUT',
    ])
  }
})

test('somebody’s seats are listed with their workshops, the latest first', async () => {
  const first = await world.workshop({ title: 'Early', startsOn: '2017-01-01' })
  const anna = await world.seat(first.workshop.id)
  for (const [title, startsOn] of [
    ['Late', '2019-01-01'],
    ['Middle', '2018-01-01'],
  ] as const) {
    const { workshop } = await world.workshop({ title, startsOn })
    await world.db.insert(seats).values({ workshopId: workshop.id, personId: anna.id, displayName: 'Anna' })
  }
  const list = `query ($after: String) {
    viewer { seats(first: 2, after: $after) { totalCount pageInfo { endCursor } edges { node { email workshop { title } } } } }
  }`
  type Own = {
    viewer: {
      seats: {
        totalCount: number
        pageInfo: { endCursor: string }
        edges: { node: { workshop: { title: string } } }[]
      }
    }
  }
  const page = await world.run<Own>(list, {}, anna)
  const rest = await world.run<Own>(list, { after: page.data.viewer.seats.pageInfo.endCursor }, anna)
  const all = [...page.data.viewer.seats.edges, ...rest.data.viewer.seats.edges]
  expect(page.data.viewer.seats.totalCount).toBe(3)
  expect(all.map(({ node }) => node.workshop.title)).toEqual(['Late', 'Middle', 'Early'])
  expect(all[0]?.node).toMatchObject({ email: anna.email })
})
