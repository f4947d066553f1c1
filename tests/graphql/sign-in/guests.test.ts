import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BELONGINGS, TRACES } from '#db/queries/guests.ts'
import { findViewer } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'
import { Browser } from '#tests/support/browser.ts'
import {
  makeGuest,
  makeWorkshop,
  type SignInWorld,
  seatsOf,
  signIn,
  signInWorld,
  whoAmI,
} from '#tests/support/sign-in-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await signInWorld()
})
afterAll(() => world.close())

function invite(workshopId: string, email: string, more: Partial<typeof seats.$inferInsert> = {}) {
  const invitation = { workshopId, displayName: 'As invited', invitedEmail: email, invitedAt: new Date() }
  return world.db.insert(seats).values({ ...invitation, ...more })
}

test('a guest who gives a new address keeps person, name and seat', async () => {
  const workshop = await makeWorkshop(world.db)
  const guest = await makeGuest(world.db, workshop, 'Anna')
  await signIn(world.mail, guest.browser, 'anna@example.org')

  expect(await whoAmI(guest.browser)).toEqual({ name: 'Anna', email: 'anna@example.org' })
  const [person] = await world.db.select().from(people).where(eq(people.email, 'anna@example.org'))
  expect(person).toMatchObject({ id: guest.personId, emailVerifiedAt: expect.any(Date) })
  expect(await seatsOf(world.db, 'anna@example.org')).toMatchObject([{ id: guest.seatId, removedAt: null }])
})

test('copies of a guest cookie are worth nothing once the guest has an account', async () => {
  const guest = await makeGuest(world.db, await makeWorkshop(world.db), 'Bea')
  await signIn(world.mail, guest.browser, 'bea@example.org')
  expect(await findViewer(world.db, guest.token)).toBeNull()
  expect(guest.browser.cookie('session')).not.toBe(guest.token)
})

test('a guest who turns out to have an account brings the seat along', async () => {
  const account = new Browser()
  await signIn(world.mail, account, 'cleo@example.org')
  const workshop = await makeWorkshop(world.db)
  const guest = await makeGuest(world.db, workshop, 'Cleo in the room')
  await signIn(world.mail, guest.browser, 'cleo@example.org')

  expect(await whoAmI(guest.browser)).toEqual({ name: 'Cleo in the room', email: 'cleo@example.org' })
  const kept = await seatsOf(world.db, 'cleo@example.org')
  expect(kept).toMatchObject([{ id: guest.seatId, displayName: 'Cleo in the room', removedAt: null }])
  expect(await world.db.select().from(people).where(eq(people.id, guest.personId))).toHaveLength(0)
  expect(await findViewer(world.db, guest.token)).toBeNull()
  expect(await whoAmI(account)).not.toBeNull()
})

test('a guest who turns out to have an account brings along what they said, and what was asked of them', async () => {
  await signIn(world.mail, new Browser(), 'dora-in-briefs@example.org')
  const workshop = await makeWorkshop(world.db)
  const guest = await makeGuest(world.db, workshop, 'Dora')
  const sql = world.db.$client
  const [brief, other, comment] = [v7(), v7(), v7()]
  for (const id of [brief, other]) {
    await sql`insert into briefs (id, project_id, title) select ${id}, project_id, 'A brief' from workshops where id = ${workshop}`
    await sql`insert into brief_contributors (id, brief_id, person_id) values (${v7()}, ${id}, ${guest.personId})`
  }
  await sql`insert into brief_comments (id, brief_id, text, author_id) values (${comment}, ${brief}, 'Mine', ${guest.personId})`
  await sql`insert into brief_comment_reports (comment_id, person_id, reason) values (${comment}, ${guest.personId}, 'R')`
  await sql`insert into erasure_requests (id, person_id, asked_by_id) values (${v7()}, ${guest.personId}, ${guest.personId})`
  const [account] = await sql<
    { id: string }[]
  >`select id from people where email = 'dora-in-briefs@example.org'`
  const own = account?.id ?? ''
  await sql`insert into brief_contributors (id, brief_id, person_id) values (${v7()}, ${other}, ${own})`
  await signIn(world.mail, guest.browser, 'dora-in-briefs@example.org')

  expect(await sql`select author_id from brief_comments where id = ${comment}`).toEqual([{ author_id: own }])
  expect(await sql`select person_id from brief_comment_reports where comment_id = ${comment}`).toEqual([
    { person_id: own },
  ])
  expect(await sql`select person_id, asked_by_id from erasure_requests`).toEqual([
    { person_id: own, asked_by_id: own },
  ])
  const helped = await sql`select brief_id from brief_contributors where person_id = ${own} order by brief_id`
  expect(helped.map(({ brief_id }) => brief_id)).toEqual([brief, other].sort())
})

test('whatever names a person in the database goes over with a guest', async () => {
  const named = await world.db.$client<{ place: string }[]>`
    select c.conrelid::regclass || '.' || a.attname as place from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'people'::regclass`
  // Seats are moved by themselves; a guest has no identity, and sessions end.
  const apart = ['identities.person_id', 'seats.person_id', 'sessions.person_id']
  const moved = [...TRACES, ...BELONGINGS].map(([table, column]) => `${table}.${column}`)
  expect([...moved, ...apart].sort()).toEqual(named.map(({ place }) => place).sort())
})

test('where the account sits already it keeps its own seat, and the other is removed, not deleted', async () => {
  const workshop = await makeWorkshop(world.db)
  const first = await makeGuest(world.db, workshop, 'Dora')
  await signIn(world.mail, first.browser, 'dora@example.org')
  const second = await makeGuest(world.db, workshop, 'Dora again')
  await signIn(world.mail, second.browser, 'dora@example.org')

  const kept = await seatsOf(world.db, 'dora@example.org')
  expect(kept.filter(({ removedAt }) => removedAt === null)).toMatchObject([{ id: first.seatId }])
  expect(kept.filter(({ removedAt }) => removedAt !== null)).toMatchObject([{ id: second.seatId }])
})

test('a seat that was taken from a guest does not come back with the account', async () => {
  const workshop = await makeWorkshop(world.db)
  const guest = await makeGuest(world.db, workshop, 'Eve')
  await world.db.update(seats).set({ removedAt: new Date() }).where(eq(seats.id, guest.seatId))
  await signIn(world.mail, new Browser(), 'eve@example.org')
  await signIn(world.mail, guest.browser, 'eve@example.org')
  expect(await seatsOf(world.db, 'eve@example.org')).toMatchObject([
    { id: guest.seatId, removedAt: expect.any(Date) },
  ])
})

test('somebody with an account who signs in to another keeps the two apart', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'first@example.org')
  await signIn(world.mail, browser, 'second@example.org')
  expect(await whoAmI(browser)).toEqual({ name: null, email: 'second@example.org' })
  const both = await world.db.select().from(people).where(eq(people.email, 'first@example.org'))
  expect(both).toHaveLength(1)
})

test('signing in takes up every open invitation to the address', async () => {
  const [one, two, gone] = [
    await makeWorkshop(world.db),
    await makeWorkshop(world.db),
    await makeWorkshop(world.db),
  ]
  await invite(one, 'fay@example.org')
  await invite(two, 'fay@example.org', { role: 'OBSERVER' })
  await invite(gone, 'fay@example.org', { removedAt: new Date() })
  await invite(one, 'not-fay@example.org')
  await signIn(world.mail, new Browser(), 'fay@example.org')

  const taken = await seatsOf(world.db, 'fay@example.org')
  expect(taken.map(({ workshopId, role }) => [workshopId, role]).sort()).toEqual(
    [
      [one, 'PARTICIPANT'],
      [two, 'OBSERVER'],
    ].sort(),
  )
  expect(taken.every(({ joinedAt }) => joinedAt !== null)).toBe(true)
})

test('a guest who was also invited keeps the seat with their work, and gets what the invitation brings', async () => {
  const workshop = await makeWorkshop(world.db)
  await invite(workshop, 'gil@example.org', { role: 'FACILITATOR' })
  const guest = await makeGuest(world.db, workshop, 'Gil')
  await signIn(world.mail, guest.browser, 'gil@example.org')

  const mine = await seatsOf(world.db, 'gil@example.org')
  expect(mine).toMatchObject([{ id: guest.seatId, role: 'FACILITATOR', invitedEmail: 'gil@example.org' }])
  const open = await world.db.select().from(seats).where(eq(seats.invitedEmail, 'gil@example.org'))
  expect(open.filter(({ removedAt }) => removedAt === null)).toHaveLength(1)
})

test('an invitation as a participant takes no facilitator their role', async () => {
  const workshop = await makeWorkshop(world.db)
  const browser = new Browser()
  await invite(workshop, 'hal@example.org', { role: 'FACILITATOR' })
  await signIn(world.mail, browser, 'hal@example.org')
  await world.db.update(seats).set({ invitedEmail: null }).where(eq(seats.invitedEmail, 'hal@example.org'))
  await invite(workshop, 'hal@example.org')
  await signIn(world.mail, browser, 'hal@example.org')
  const mine = await seatsOf(world.db, 'hal@example.org')
  expect(mine.map(({ role }) => role)).toEqual(['FACILITATOR'])
})

test('staff who were invited are themselves from their first sign-in on', async () => {
  await world.db.insert(people).values({ email: 'ida@example.org', name: 'Ida', platformRole: 'STAFF' })
  const browser = new Browser()
  await signIn(world.mail, browser, 'ida@example.org')
  const [ida] = await world.db.select().from(people).where(eq(people.email, 'ida@example.org'))
  expect(ida).toMatchObject({ platformRole: 'STAFF', emailVerifiedAt: expect.any(Date) })
  expect((await findViewer(world.db, browser.cookie('session') ?? ''))?.platformRole).toBe('STAFF')
})

test('two sign-ins of a new address at once make one account', async () => {
  const browsers = [new Browser(), new Browser()]
  await Promise.all(browsers.map((browser) => signIn(world.mail, browser, 'jo@example.org')))
  expect(await world.db.select().from(people).where(eq(people.email, 'jo@example.org'))).toHaveLength(1)
})
