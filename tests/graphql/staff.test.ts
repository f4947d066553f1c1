import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mails } from '#db/schema/mails.ts'
import { people } from '#db/schema/people.ts'
import { startBackground } from '#graphql/background.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ name: 'Ada', email: 'ada@example.org', platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const INVITE = `mutation ($input: InviteStaffInput!) {
  inviteStaff(input: $input) {
    __typename
    ... on InviteStaffSuccess { person { id name email platformRole joinedAt isViewer } }
    ... on Refusal { code message field }
  }
}`
const CHANGE = `mutation ($personId: ID!, $role: PlatformRole!) {
  changePlatformRole(personId: $personId, role: $role) {
    ... on ChangePlatformRoleSuccess { person { platformRole } } ... on Refusal { code }
  }
}`
const REMOVE = `mutation ($personId: ID!) {
  removeStaff(personId: $personId) { ... on RemoveStaffSuccess { personId } ... on Refusal { code } }
}`
const WHO = '{ viewer { id name platformRole canOpenDashboard canCreateProjects canManageStaff } }'
const STAFF = `query ($after: String) {
  staff(first: 2, after: $after) { totalCount pageInfo { endCursor } edges { node { email isViewer } } }
}`
type Page = {
  staff: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: { email: string } }[] }
}

test('somebody new is invited to the staff by mail, and counts as not joined until they prove the address theirs', async () => {
  const { data } = await world.run(INVITE, { input: { email: ' New@Example.org ', role: 'STAFF' } }, admin)
  expect(data.inviteStaff).toMatchObject({
    person: { email: 'new@example.org', name: null, platformRole: 'STAFF', joinedAt: null, isViewer: false },
  })
  const worker = startBackground(world.db, world.url)
  await vi.waitFor(
    async () => {
      const [mail] = await world.db.select().from(mails).where(eq(mails.recipient, 'new@example.org'))
      expect(mail?.body).not.toContain('lab.test')
      expect(mail?.body).toContain('/sign-in?callbackUrl=%2Fdashboard')
    },
    { timeout: 15_000 },
  )
  await worker.stop()
})

test('somebody who is here already gets the role and keeps their name', async () => {
  const ben = await world.person({ name: 'Ben', email: 'ben@example.org' })
  const { data } = await world.run(
    INVITE,
    { input: { email: 'BEN@example.org', name: 'Benjamin', role: 'STAFF' } },
    admin,
  )
  expect(data.inviteStaff).toMatchObject({ person: { id: ben.id, name: 'Ben', platformRole: 'STAFF' } })
  expect((await world.run(WHO, {}, ben)).data.viewer).toMatchObject({
    platformRole: 'STAFF',
    canCreateProjects: true,
  })
})

test('one address invited several times at once is one person', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() =>
      world.run<{ inviteStaff: { person: { id: string } } }>(
        INVITE,
        { input: { email: 'once@example.org', role: 'STAFF' } },
        admin,
      ),
    ),
  )
  expect(new Set(answers.map(({ data }) => data.inviteStaff.person.id)).size).toBe(1)
})

test.each([
  'a@b.c,d@e.f',
  '"a@x"@y.org',
  'a＠b.org',
  '',
  `${'x'.repeat(320)}@example.org`,
  'a@b.org\r\nBcc: c@d.org',
])('the address %j is refused and nobody is written to', async (email) => {
  const before = await checksum(world.db)
  const { data } = await world.run(INVITE, { input: { email, role: 'STAFF' } }, admin)
  expect(data.inviteStaff).toMatchObject({ __typename: 'Refusal', code: 'BAD_USER_INPUT', field: 'email' })
  expect(await checksum(world.db)).toBe(before)
})

test('a role that is changed counts from the next request on', async () => {
  const carol = await world.person({ platformRole: 'STAFF' })
  await world.run(CHANGE, { personId: carol.id, role: 'ADMIN' }, admin)
  expect((await world.run(WHO, {}, carol)).data.viewer).toMatchObject({ canManageStaff: true })
  await world.run(CHANGE, { personId: carol.id, role: 'STAFF' }, admin)
  expect((await world.run(WHO, {}, carol)).data.viewer).toMatchObject({ canManageStaff: false })
})

test('whoever leaves the staff is signed out everywhere and keeps their seats', async () => {
  const { workshop } = await world.workshop()
  const seat = await world.seat(workshop.id, { name: 'Dan' })
  await world.db.update(people).set({ platformRole: 'STAFF' }).where(eq(people.id, seat.id))
  const { data } = await world.run(REMOVE, { personId: seat.id }, admin)
  expect(data.removeStaff).toEqual({ personId: seat.id })
  expect((await world.run(WHO, {}, seat)).data.viewer).toBeNull()
  const list = 'query ($slug: String!) { workshop(slug: $slug) { seats { edges { node { displayName } } } } }'
  expect(JSON.stringify((await world.run(list, workshop, admin)).data)).toContain('Dan')
})

test('the last administrator stays one; an invitation that nobody took up does not count', async () => {
  const own = await openWorld()
  const only = await own.person({ email: 'only@example.org', platformRole: 'ADMIN' })
  await own.person({ platformRole: 'ADMIN', verified: false })
  const answers = [
    (await own.run(CHANGE, { personId: only.id, role: 'STAFF' }, only)).data.changePlatformRole,
    (await own.run(REMOVE, { personId: only.id }, only)).data.removeStaff,
    (await own.run(INVITE, { input: { email: 'only@example.org', role: 'STAFF' } }, only)).data.inviteStaff,
  ]
  for (const answer of answers) expect(answer).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await own.close()
})

test('when all administrators take each other’s role away at once, one is left', async () => {
  const own = await openWorld()
  const administrators = await Promise.all([1, 2, 3, 4].map(() => own.person({ platformRole: 'ADMIN' })))
  await Promise.all(
    administrators.map((who, at) =>
      own.run(CHANGE, { personId: administrators[(at + 1) % 4]?.id, role: 'STAFF' }, who),
    ),
  )
  expect(await own.db.$count(people, eq(people.platformRole, 'ADMIN'))).toBe(1)
  await own.close()
})

test('a guest and somebody who is not there cannot be made staff', async () => {
  const guest = await world.person({ email: null })
  for (const personId of [guest.id, v7(), 'nope']) {
    const { data } = await world.run(CHANGE, { personId, role: 'STAFF' }, admin)
    expect(data.changePlatformRole).toEqual({ code: 'NOT_FOUND' })
  }
})

test('pages of the staff follow each other', async () => {
  const own = await openWorld()
  const emails = ['a@example.org', 'b@example.org', 'c@example.org']
  const [first] = [await own.person({ email: emails[0], platformRole: 'ADMIN' })]
  for (const email of emails.slice(1)) await own.person({ email, platformRole: 'STAFF' })
  await own.person({ email: 'nobody@example.org' })
  const page = await own.run<Page>(STAFF, {}, first)
  const rest = await own.run<Page>(STAFF, { after: page.data.staff.pageInfo.endCursor }, first)
  expect(page.data.staff.totalCount).toBe(3)
  expect([...page.data.staff.edges, ...rest.data.staff.edges].map(({ node }) => node.email)).toEqual(emails)
  await own.close()
})

test('only administrators see and change the staff', async () => {
  const staff = await world.person({ platformRole: 'STAFF' })
  const { facilitator } = await world.workshop()
  const before = await checksum(world.db)
  for (const [who, code] of [
    [staff, 'FORBIDDEN'],
    [facilitator, 'FORBIDDEN'],
    [null, 'UNAUTHENTICATED'],
  ] as const) {
    const answers = [
      await world.run(STAFF, {}, who),
      await world.run(INVITE, { input: { email: 'x@example.org', role: 'ADMIN' } }, who),
      await world.run(CHANGE, { personId: staff.id, role: 'ADMIN' }, who),
      await world.run(REMOVE, { personId: admin.id }, who),
    ]
    expect(answers.map(({ codes }) => codes)).toEqual(answers.map(() => [code]))
  }
  expect(await checksum(world.db)).toBe(before)
})

test('somebody renames themselves; nobody without a session does', async () => {
  const rename =
    'mutation ($name: String!) { renameViewer(name: $name) { ... on RenameViewerSuccess { viewer { name } } ... on Refusal { code field } } }'
  const eve = await world.person({ name: null })
  expect((await world.run(rename, { name: ' Eve ' }, eve)).data.renameViewer).toEqual({
    viewer: { name: 'Eve' },
  })
  expect((await world.run(WHO, {}, eve)).data.viewer).toMatchObject({ name: 'Eve' })
  expect((await world.run(rename, { name: '\u200b' }, eve)).data.renameViewer).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'name',
  })
  expect((await world.run(rename, { name: 'Eve' })).codes).toEqual(['UNAUTHENTICATED'])
})
