import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import { addDays, dayIn } from '#domain/dates.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
// Wrong codes are counted for the whole site, so each test begins with a clean slate.
beforeEach(() => world.db.execute(sql`delete from rate_limits`))
afterAll(() => world.close())

const JOIN = `mutation ($code: String!, $name: String!) {
  joinWorkshop(input: { code: $code, displayName: $name }) {
    __typename
    ... on JoinWorkshopSuccess {
      seat { id displayName role hasAccount isViewer joinedAt }
      workshop { id slug viewerSeat { id } viewerCan { run seePeople } }
    }
    ... on Refusal { code message field }
  }
}`
type Joined = { joinWorkshop: { __typename: string; code?: string; seat?: { id: string }; message?: string } }

test('somebody joins with a code and a name: they get a seat, and a session that is theirs from then on', async () => {
  const { workshop } = await world.workshop()
  const { data, startedSession } = await world.run(JOIN, { code: workshop.roomCode, name: ' Anna ' })
  expect(data.joinWorkshop).toMatchObject({
    seat: {
      displayName: 'Anna',
      role: 'PARTICIPANT',
      hasAccount: false,
      isViewer: true,
      joinedAt: expect.any(String),
    },
    workshop: { id: workshop.id, viewerSeat: {}, viewerCan: { run: false, seePeople: true } },
  })
  const me = await world.run(
    '{ viewer { name email seats { edges { node { displayName } } } } }',
    {},
    startedSession,
  )
  expect(me.data.viewer).toEqual({
    name: 'Anna',
    email: null,
    seats: { edges: [{ node: { displayName: 'Anna' } }] },
  })
})

test('a code is read however it is typed', async () => {
  const { workshop } = await world.workshop()
  const { roomCode: code } = workshop
  for (const typed of [
    code.toLowerCase(),
    `${code.slice(0, 3)}-${code.slice(3)}`,
    ` ${code.slice(0, 2)} ${code.slice(2)} `,
  ]) {
    const { data } = await world.run<Joined>(JOIN, { code: typed, name: 'Anna' })
    expect(data.joinWorkshop.__typename).toBe('JoinWorkshopSuccess')
  }
})

test('whoever has a seat gets the same one, by their browser, also from a closed room and at once', async () => {
  const { workshop } = await world.workshop()
  const first = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' })
  await world.db.execute(sql`update workshops set room_open = false where id = ${workshop.id}`)
  const again = await Promise.all(
    [1, 2, 3].map(() =>
      world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Other' }, first.startedSession),
    ),
  )
  for (const { data, startedSession } of again) {
    expect(data.joinWorkshop.seat).toMatchObject({
      id: first.data.joinWorkshop.seat?.id,
      displayName: 'Anna',
    })
    expect(startedSession).toBeUndefined()
  }
})

test('somebody who is signed in takes one seat for their account, however often they press', async () => {
  const { workshop } = await world.workshop()
  const anna = await world.person()
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' }, anna)),
  )
  expect(new Set(answers.map(({ data }) => data.joinWorkshop.seat?.id)).size).toBe(1)
  expect(answers[0]?.data.joinWorkshop.seat).toMatchObject({ hasAccount: true })
  expect(await world.db.$count(seats, eq(seats.personId, anna.id))).toBe(1)
})

test('a facilitator gets their own seat back; an administrator without a seat does not join by the way', async () => {
  const { workshop, facilitator } = await world.workshop()
  const admin = await world.person({ platformRole: 'ADMIN' })
  const staff = await world.person({ platformRole: 'STAFF' })
  const own = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' }, facilitator)
  expect(own.data.joinWorkshop.seat).toMatchObject({
    id: facilitator.seatId,
    role: 'FACILITATOR',
    displayName: 'Fay',
  })
  expect((await world.run(JOIN, { code: workshop.roomCode, name: 'Ada' }, admin)).codes).toEqual([
    'FORBIDDEN',
  ])
  const { data } = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Stella' }, staff)
  expect(data.joinWorkshop.seat).toMatchObject({ role: 'PARTICIPANT' })
})

test('whoever was removed may come in again with the code, and gets no second ballot by it', async () => {
  const { workshop, facilitator } = await world.workshop()
  const first = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' })
  const seatId = first.data.joinWorkshop.seat?.id
  await world.run(
    'mutation ($seatId: ID!) { removeSeat(seatId: $seatId) { __typename } }',
    { seatId },
    facilitator,
  )
  const again = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' }, first.startedSession)
  expect(again.data.joinWorkshop.__typename).toBe('JoinWorkshopSuccess')
  expect(again.data.joinWorkshop.seat?.id).toBe(seatId)
})

test('an unknown code, one that cannot be one, and those of closed, archived and deleted rooms get one answer', async () => {
  const rooms = [
    await world.workshop({ roomOpen: false }),
    await world.workshop({ archived: true }),
    await world.workshop({ deletedAt: new Date() }),
    await world.workshop({ roomOpen: false, published: true }),
  ]
  const before = await checksum(world.db)
  const codes = [
    '999999',
    'nope',
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(10_000),
    ...rooms.map(({ workshop }) => workshop.roomCode),
  ]
  const answers: Joined['joinWorkshop'][] = []
  for (const code of codes)
    answers.push((await world.run<Joined>(JOIN, { code, name: 'Anna' })).data.joinWorkshop)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ __typename: 'Refusal', code: 'ROOM_NOT_FOUND', field: 'code' })
  expect(await checksum(world.db)).toBe(before)
})

test('when the budget of typed codes is used up a right one says nothing; the QR code and those who sit there get in', async () => {
  const { workshop } = await world.workshop()
  const guest = (await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' })).startedSession
  const tried = await Promise.all(
    Array.from({ length: 130 }, () => world.run<Joined>(JOIN, { code: '999999', name: 'Eve' })),
  )
  const codes = tried.map(({ data }) => data.joinWorkshop.code)
  expect(codes.filter((code) => code === 'ROOM_NOT_FOUND')).toHaveLength(120)
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(10)
  const typed = await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Eve' })
  expect(typed.data.joinWorkshop).toMatchObject({
    code: 'RATE_LIMITED',
    message: expect.stringMatching(/Scan the QR code .* 60 minutes/),
  })
  expect(typed.startedSession).toBeUndefined()
  const [row] = await world.db.select().from(workshops).where(eq(workshops.id, workshop.id))
  for (const [code, as] of [
    [row?.joinToken, undefined],
    [workshop.roomCode, guest],
  ] as const) {
    const { data } = await world.run<Joined>(JOIN, { code, name: 'Bea' }, as)
    expect(data.joinWorkshop.__typename).toBe('JoinWorkshopSuccess')
  }
})

test('a new code makes the old QR code open nothing', async () => {
  const { workshop, facilitator } = await world.workshop()
  const [before] = await world.db.select().from(workshops).where(eq(workshops.id, workshop.id))
  await world.run(
    'mutation ($id: ID!) { regenerateRoomCode(id: $id) { __typename } }',
    { id: workshop.id },
    facilitator,
  )
  const { data } = await world.run<Joined>(JOIN, { code: before?.joinToken, name: 'Eve' })
  expect(data.joinWorkshop.code).toBe('ROOM_NOT_FOUND')
})

test('a room opens on its days and closes after them; opened on another day, it closes with that day', async () => {
  const { workshop, facilitator } = await world.workshop({ startsOn: '2017-07-13' })
  const admits = async () =>
    (await world.run<Joined>(JOIN, { code: workshop.roomCode, name: 'Anna' })).data.joinWorkshop
      .__typename === 'JoinWorkshopSuccess'
  const set = (to: Partial<typeof workshops.$inferInsert>) =>
    world.db.update(workshops).set(to).where(eq(workshops.id, workshop.id))
  const today = dayIn(new Date(), 'Europe/London')
  await set({ roomOpenedOn: null })
  expect(await admits()).toBe(false)
  await set({ startsOn: today, endsOn: addDays(today, 1) })
  expect(await admits()).toBe(true)
  await set({ startsOn: addDays(today, 1), endsOn: addDays(today, 2) })
  expect(await admits()).toBe(false)
  const open = `mutation ($id: ID!, $open: Boolean!) {
    setRoomOpen(id: $id, open: $open) { ... on WorkshopSuccess { workshop { roomOpen } } } }`
  const { data } = await world.run(open, { id: workshop.id, open: true }, facilitator)
  expect(data.setRoomOpen).toEqual({ workshop: { roomOpen: true } })
  expect(await admits()).toBe(true)
  await set({ roomOpenedOn: addDays(today, -1) })
  expect(await admits()).toBe(false)
  await set({ startsOn: today })
  await world.run(open, { id: workshop.id, open: false }, facilitator)
  expect(await admits()).toBe(false)
})

test.each(['', ' \u200b', 'a\u0000b', '\udfff', 'x'.repeat(81), 'two\nlines'])(
  'the name %j is refused at its field',
  async (name) => {
    const { workshop } = await world.workshop()
    const before = await checksum(world.db)
    const { data, startedSession } = await world.run(JOIN, { code: workshop.roomCode, name })
    expect(data.joinWorkshop).toMatchObject({ code: 'BAD_USER_INPUT', field: 'displayName' })
    expect(startedSession).toBeUndefined()
    expect(await checksum(world.db)).toBe(before)
  },
)

test('a whole room of eighty joins at once', async () => {
  const { workshop } = await world.workshop()
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, at) =>
      world.run<Joined>(JOIN, { code: workshop.roomCode, name: `Person ${at}` }),
    ),
  )
  expect(new Set(answers.map(({ data }) => data.joinWorkshop.seat?.id)).size).toBe(80)
  expect(new Set(answers.map(({ startedSession }) => startedSession?.token)).size).toBe(80)
})
