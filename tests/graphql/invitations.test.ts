import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mails } from '#db/schema/mails.ts'
import { seats } from '#db/schema/seats.ts'
import { startBackground } from '#graphql/background.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const INVITE = `mutation ($workshopId: ID!, $lines: String!, $dryRun: Boolean!) {
  inviteParticipants(input: { workshopId: $workshopId, lines: $lines, dryRun: $dryRun }) {
    __typename
    ... on InviteParticipantsSuccess { added alreadyPresent refused { line code reason } }
    ... on Refusal { code field }
  }
}`
const SEATS = `query ($slug: String!) {
  workshop(slug: $slug) {
    seats(filter: { role: PARTICIPANT }) { edges { node { displayName email table { code } hasAccount joinedAt invitedAt } } }
  }
}`

test('people are invited from lines with a header, without one, and as a mail program gives them', async () => {
  const { workshop, facilitator } = await world.workshop({ tables: ['E1', 'E2'] })
  const lines = [
    '\ufeffName,E-mail,Table',
    'Anna,Anna@Example.org,E1',
    '"Smith, Ben",ben@example.org,e2',
    ',carol@example.org,',
    '',
  ].join('\r\n')
  const { data } = await world.run(INVITE, { workshopId: workshop.id, lines, dryRun: false }, facilitator)
  const pasted =
    'Dan <dan@example.org>\n"Evans, Eve" <eve@example.org>; fay@example.org\nGus\tgus@example.org\tE1'
  const more = await world.run(INVITE, { workshopId: workshop.id, lines: pasted, dryRun: false }, facilitator)
  expect(data.inviteParticipants).toMatchObject({ added: 3, alreadyPresent: 0, refused: [] })
  expect(more.data.inviteParticipants).toMatchObject({ added: 4, alreadyPresent: 0, refused: [] })
  const shown = await world.run<{ workshop: { seats: { edges: { node: { displayName: string } }[] } } }>(
    SEATS,
    workshop,
    facilitator,
  )
  const people = shown.data.workshop.seats.edges
    .map(({ node }) => node)
    .sort((a, b) => (a.displayName < b.displayName ? -1 : 1))
  expect(people).toMatchObject([
    {
      displayName: 'Anna',
      email: 'anna@example.org',
      table: { code: 'E1' },
      joinedAt: null,
      invitedAt: expect.any(String),
    },
    { displayName: 'Dan', email: 'dan@example.org', table: null },
    { displayName: 'Evans, Eve' },
    { displayName: 'Gus', table: { code: 'E1' } },
    { displayName: 'Smith, Ben', table: { code: 'E2' } },
    { displayName: 'carol', email: 'carol@example.org', hasAccount: false },
    { displayName: 'fay' },
  ])
})

test('everybody invited gets one mail with the workshop, its days, its place and the way in', async () => {
  const { workshop, facilitator } = await world.workshop({ title: 'Peer support' })
  const change = 'mutation ($input: UpdateWorkshopInput!) { updateWorkshop(input: $input) { __typename } }'
  await world.run(
    change,
    { input: { id: workshop.id, venue: 'The Hall', endsOn: '2017-07-14' } },
    facilitator,
  )
  await world.run(
    INVITE,
    { workshopId: workshop.id, lines: 'mailed@example.org\nmailed@example.org', dryRun: false },
    facilitator,
  )
  const worker = startBackground(world.db, world.url)
  const mailbox = () => world.db.select().from(mails).where(eq(mails.recipient, 'mailed@example.org'))
  await vi.waitFor(async () => expect(await mailbox()).toHaveLength(1), { timeout: 15_000 })
  await worker.stop()
  const [mail] = await mailbox()
  for (const part of [
    'Peer support',
    '13 to 14 July 2017',
    'The Hall',
    `/sign-in?callbackUrl=%2Fworkshops%2F${workshop.slug}`,
  ]) {
    expect(mail?.body).toContain(part)
  }
  // The host that a request names is chosen by whoever sends it.
  expect(mail?.body).not.toContain('lab.test')
})

test('a look ahead says what would happen and changes nothing', async () => {
  const { workshop, facilitator } = await world.workshop()
  const before = await checksum(world.db)
  const { data } = await world.run(
    INVITE,
    { workshopId: workshop.id, lines: 'a@example.org\nnobody', dryRun: true },
    facilitator,
  )
  expect(data.inviteParticipants).toMatchObject({
    added: 1,
    alreadyPresent: 0,
    refused: [{ line: 2, code: 'BAD_USER_INPUT' }],
  })
  expect(await checksum(world.db)).toBe(before)
})

test('while one line is refused, nobody is invited', async () => {
  const { workshop, facilitator } = await world.workshop({ tables: ['E1'] })
  const before = await checksum(world.db)
  const lines =
    'Anna,anna@example.org,E1\nBen,ben@example.org,E9\nCarol,carol@,E1\nDan\u0000,dan@example.org,\n"Eve,eve@example.org'
  const { data } = await world.run<{ inviteParticipants: { refused: { line: number }[] } }>(
    INVITE,
    { workshopId: workshop.id, lines, dryRun: false },
    facilitator,
  )
  expect(data.inviteParticipants).toMatchObject({ added: 0, alreadyPresent: 0 })
  expect(data.inviteParticipants.refused).toMatchObject([
    { line: 2, code: 'NOT_FOUND' },
    { line: 3, code: 'BAD_USER_INPUT' },
    { line: 4, code: 'BAD_USER_INPUT' },
    { line: 5, code: 'BAD_USER_INPUT' },
  ])
  expect(await checksum(world.db)).toBe(before)
})

test('the same list again invites nobody twice, nor does sending it several times at once', async () => {
  const { workshop, facilitator } = await world.workshop()
  const send = (lines: string) =>
    world.run<{ inviteParticipants: { added: number; alreadyPresent: number } }>(
      INVITE,
      { workshopId: workshop.id, lines, dryRun: false },
      facilitator,
    )
  const answers = await Promise.all([1, 2, 3].map(() => send('a@example.org\nb@example.org')))
  expect(answers.map(({ data }) => data.inviteParticipants.added).sort()).toEqual([0, 0, 2])
  expect((await send('A@example.org\nc@example.org')).data.inviteParticipants).toMatchObject({
    added: 1,
    alreadyPresent: 1,
  })
  expect(await world.db.$count(seats, eq(seats.workshopId, workshop.id))).toBe(4)
})

test('an account whose address is proved has its seat at once, one whose address is not has to prove it', async () => {
  const { workshop, facilitator } = await world.workshop()
  const anna = await world.person({ email: 'proved@example.org' })
  const ben = await world.person({ email: 'claimed@example.org', verified: false })
  await world.run(
    INVITE,
    { workshopId: workshop.id, lines: 'proved@example.org, claimed@example.org', dryRun: false },
    facilitator,
  )
  const own = 'query ($slug: String!) { workshop(slug: $slug) { viewerSeat { joinedAt } } }'
  expect((await world.run(own, workshop, anna)).data.workshop).toMatchObject({
    viewerSeat: { joinedAt: expect.any(String) },
  })
  expect((await world.run(own, workshop, ben)).codes).toEqual(['NOT_FOUND'])
})

test('somebody who came in with the code while signed in counts as present', async () => {
  const { workshop, facilitator } = await world.workshop()
  const anna = await world.seat(workshop.id, { email: 'here@example.org' })
  const { data } = await world.run(
    INVITE,
    { workshopId: workshop.id, lines: anna.email, dryRun: false },
    facilitator,
  )
  expect(data.inviteParticipants).toMatchObject({ added: 0, alreadyPresent: 1 })
})

test('more than a thousand people are refused at once', async () => {
  const { workshop, facilitator } = await world.workshop()
  const lines = Array.from({ length: 1001 }, (_, at) => `p${at}@example.org`).join('\n')
  const { data } = await world.run(INVITE, { workshopId: workshop.id, lines, dryRun: true }, facilitator)
  expect(data.inviteParticipants).toEqual({ __typename: 'Refusal', code: 'BAD_USER_INPUT', field: 'lines' })
})

test('people are invited by those who run the workshop', async () => {
  const { workshop, participants } = await world.workshop({ participants: ['Anna'] })
  const elsewhere = await world.workshop()
  const admin = await world.person({ platformRole: 'ADMIN' })
  const invite = (workshopId: string, who: { token: string } | null | undefined) =>
    world.run(INVITE, { workshopId, lines: 'x@example.org', dryRun: false }, who)
  expect((await invite(workshop.id, participants[0])).codes).toEqual(['FORBIDDEN'])
  expect((await invite(workshop.id, elsewhere.facilitator)).codes).toEqual(['NOT_FOUND'])
  expect((await invite(workshop.id, null)).codes).toEqual(['UNAUTHENTICATED'])
  expect((await invite('nope', admin)).codes).toEqual(['NOT_FOUND'])
})
