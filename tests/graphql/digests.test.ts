import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { stopToken } from '#auth/digest-links.ts'
import { addJobs, type Worker } from '#db/jobs.ts'
import { critiques } from '#db/schema/critiques.ts'
import { people } from '#db/schema/people.ts'
import { startBackground } from '#graphql/background.ts'
import { type Discussion, openDiscussion } from '#tests/support/discussion.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let mail: MailServer
let world: World
let worker: Worker
beforeAll(async () => {
  mail = await startMailServer()
  Object.assign(process.env, { SMTP_URL: mail.url, PUBLIC_URL: 'http://lab.test' })
  world = await openWorld()
  worker = startBackground(world.db, world.url)
})
afterAll(async () => {
  await worker.stop()
  await world.close()
  await mail.close()
})

/** What the clock does every hour; returns when all that came of it is done. */
async function hour(times = 1) {
  await addJobs(
    world.db,
    'digests',
    Array.from({ length: times }, () => ({})),
  )
  const waiting = sql`select count(*) from graphile_worker._private_jobs`
  await vi.waitFor(async () => expect(await count(world.db, waiting)).toBe(0), {
    timeout: 30_000,
    interval: 50,
  })
}
const to = (person: { email: string | null }) => mail.to(person.email ?? '')
const later = (person: { id: string }, hours: number) =>
  world.db
    .$client`update people set digest_sent_at = digest_sent_at - make_interval(hours => ${hours}) where id = ${person.id}`
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** Bea has asked Anna something on her idea, and Anna has answered. */
async function exchange(room: Discussion) {
  const asked = await room.addCritique({ text: 'Who pays?', createdAt: minutesAgo(30) })
  const answered = await room.addCritique({
    parentId: asked.id,
    text: 'The trust\nand nobody else',
    authorSeatId: room.anna.seatId,
    tableId: room.tables[0]?.id ?? null,
    createdAt: minutesAgo(20),
  })
  return { asked, answered }
}

test('a digest tells of answers and of comments on one’s ideas, with where they stand, once', async () => {
  const room = await openDiscussion(world)
  const { asked, answered } = await exchange(room)
  await hour()
  const [toBea] = to(room.bea)
  expect(to(room.bea)).toHaveLength(1)
  expect(toBea?.subject).toBe('1 new answer in Discovery')
  const page = `http://lab.test/workshops/${room.workshop.slug}/ideas/${room.idea.id}`
  for (const part of [
    'Discovery (13 July 2017)',
    'Idea: Meet where peers meet',
    'Anna, table A, answered your comment "Who pays?":',
    'The trust and nobody else',
    `${page}#critique-${answered.id}`,
  ]) {
    expect(toBea?.text).toContain(part)
  }
  expect(to(room.anna)).toHaveLength(1)
  expect(to(room.anna)[0]?.text).toContain('Bea, table B, commented on your idea (question):')
  expect(to(room.anna)[0]?.text).toContain(`${page}#critique-${asked.id}`)
  expect(to(room.anna)[0]?.text).not.toContain(answered.id)
  expect(room.cy && to(room.cy)).toEqual([])
  await hour()
  // A day goes by without anything new.
  await world.db
    .$client`update critiques set created_at = created_at - interval '25 hours' where idea_id = ${room.idea.id}`
  for (const person of [room.anna, room.bea]) await later(person, 25)
  await hour()
  expect([to(room.anna).length, to(room.bea).length]).toEqual([1, 1])
})

test('daily is once a day, weekly once a week, and then all that is new comes together', async () => {
  const room = await openDiscussion(world)
  await exchange(room)
  await world.db.update(people).set({ digest: 'WEEKLY' }).where(eq(people.id, room.bea.id))
  await hour()
  const answer = (text: string) =>
    room.addCritique({ text, createdAt: minutesAgo(5), authorSeatId: room.cy?.seatId })
  for (const person of [room.anna, room.bea]) {
    await world.db
      .update(people)
      .set({ digestSentAt: minutesAgo(10) })
      .where(eq(people.id, person.id))
  }
  const [first] = await world.db.select().from(critiques).where(eq(critiques.ideaId, room.idea.id)).limit(1)
  await room.addCritique({
    parentId: first?.id ?? null,
    text: 'A late answer',
    createdAt: minutesAgo(5),
    authorSeatId: room.cy?.seatId,
  })
  await answer('A first')
  await answer('A second')
  await hour()
  expect([to(room.anna).length, to(room.bea).length]).toEqual([1, 1])
  // A day and a bit later; what came in between is dated after it.
  for (const person of [room.anna, room.bea]) await later(person, 25)
  await hour()
  expect([to(room.anna).length, to(room.bea).length]).toEqual([2, 1])
  expect(to(room.anna)[1]?.text).toMatch(/A first[\s\S]*A second/)
  await later(room.bea, 144)
  await hour()
  expect(to(room.bea)).toHaveLength(2)
})

test('nothing comes to those who turned it off, have no address or have not proved it, and none of oneself', async () => {
  const room = await openDiscussion(world)
  const { asked } = await exchange(room)
  await world.db.update(people).set({ digest: 'OFF' }).where(eq(people.id, room.bea.id))
  const unproved = await world.seat(room.workshopId, { name: 'Una' })
  const guest = await world.seat(room.workshopId, { name: 'Gus', email: null })
  await world.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, unproved.id))
  for (const { seatId } of [unproved, guest]) {
    const mine = await room.addCritique({ authorSeatId: seatId, createdAt: minutesAgo(9) })
    await room.addCritique({ parentId: mine.id, createdAt: minutesAgo(8) })
  }
  const own = room.cy
    ? await room.addCritique({ authorSeatId: room.cy.seatId, createdAt: minutesAgo(9) })
    : asked
  await room.addCritique({ parentId: own.id, authorSeatId: room.cy?.seatId, createdAt: minutesAgo(8) })
  await hour()
  for (const person of [room.bea, unproved, room.cy]) expect(person && to(person)).toEqual([])
})

test('what is hidden or withdrawn, or stands on an idea that is, is told to nobody', async () => {
  const room = await openDiscussion(world)
  const { answered } = await exchange(room)
  const hidden = await room.addIdea({ hiddenAt: new Date() })
  const there = await room.addCritique({ ideaId: hidden.id, createdAt: minutesAgo(9) })
  await room.addCritique({
    ideaId: hidden.id,
    parentId: there.id,
    authorSeatId: room.cy?.seatId,
    createdAt: minutesAgo(8),
  })
  await world.db.update(critiques).set({ hiddenAt: new Date() }).where(eq(critiques.id, answered.id))
  await world.db.update(critiques).set({ withdrawnAt: new Date() }).where(eq(critiques.parentId, there.id))
  await hour()
  expect(to(room.bea)).toEqual([])
})

test('names are told as the page tells them', async () => {
  const room = await openDiscussion(world)
  const { answered } = await exchange(room)
  await world.db.update(critiques).set({ nameHiddenAt: new Date() }).where(eq(critiques.id, answered.id))
  const tables = await openDiscussion(world)
  await exchange(tables)
  await world.db.$client`update workshops set names_shown = 'TABLES' where id = ${tables.workshopId}`
  await hour()
  for (const { bea } of [room, tables]) {
    expect(to(bea)[0]?.text).toContain('Somebody at table A answered your comment')
    expect(to(bea)[0]?.text).not.toContain('Anna')
  }
})

test('somebody who no longer sits in a workshop is not told of it', async () => {
  const room = await openDiscussion(world)
  await exchange(room)
  await world.db.$client`update seats set removed_at = now() where id = ${room.bea.seatId}`
  const deleted = await openDiscussion(world)
  await exchange(deleted)
  await world.db.$client`update workshops set deleted_at = now() where id = ${deleted.workshopId}`
  await hour()
  expect([to(room.bea), to(deleted.bea)]).toEqual([[], []])
})

test('what is being written this minute is for the next mail, so that none is lost', async () => {
  const room = await openDiscussion(world)
  const { asked } = await exchange(room)
  await room.addCritique({ parentId: asked.id, text: 'Just now', authorSeatId: room.anna.seatId })
  await hour()
  expect(to(room.bea)[0]?.text).not.toContain('Just now')
  await world.db
    .update(critiques)
    .set({ createdAt: minutesAgo(2) })
    .where(eq(critiques.text, 'Just now'))
  await world.db
    .update(people)
    .set({ digestSentAt: minutesAgo(25 * 60) })
    .where(eq(people.id, room.bea.id))
  await hour()
  expect(to(room.bea)[1]?.text).toContain('Just now')
})

test('two workers and several clocks at once send one mail to each', async () => {
  const rooms = await Promise.all([1, 2, 3].map(() => openDiscussion(world)))
  for (const room of rooms) await exchange(room)
  const other = startBackground(world.db, world.url)
  await hour(4)
  await other.stop()
  for (const { anna, bea } of rooms) expect([to(anna).length, to(bea).length]).toEqual([1, 1])
})

test('work goes on after Postgres has cut its connections', async () => {
  const room = await openDiscussion(world)
  await exchange(room)
  await world.db.$client`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike '%graphile_worker%'`
  await hour()
  expect(to(room.bea)).toHaveLength(1)
})

const STOP =
  'mutation ($token: String!) { stopDigest(token: $token) { __typename ... on Refusal { code field } } }'
const stop = async (token: string) =>
  (await world.run<{ stopDigest: object }>(STOP, { token })).data.stopDigest

test('each mail says how it is stopped, for people and for mail programs', async () => {
  const room = await openDiscussion(world)
  await exchange(room)
  await hour()
  const [digest] = to(room.bea)
  const token = stopToken(room.bea.id)
  expect(digest?.text).toContain(`http://lab.test/digest/stop?token=${token}`)
  expect(digest?.list.join('\n').replace(/\s+/g, ' ')).toContain(
    `List-Unsubscribe: <http://lab.test/digest/stop/now?token=${token}>`,
  )
  expect(digest?.list).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('the link stops the mails of one person without signing in, and no other link does', async () => {
  const { bea, anna } = await openDiscussion(world)
  const token = stopToken(bea.id)
  for (const wrong of [
    '',
    'nope',
    `${anna.id}.${token.split('.')[1]}`,
    `${token}.x`,
    `${v7()}.`,
    token.slice(0, -2),
  ]) {
    expect(await stop(wrong)).toMatchObject({ code: 'NOT_FOUND', field: 'token' })
  }
  for (let times = 0; times < 2; times += 1)
    expect(await stop(token)).toEqual({ __typename: 'StopDigestSuccess' })
  const read = 'query { viewer { digest } }'
  expect((await world.run(read, {}, bea)).data).toEqual({ viewer: { digest: 'OFF' } })
  expect((await world.run(read, {}, anna)).data).toEqual({ viewer: { digest: 'DAILY' } })
})

test('people choose how often; without an address there is nothing to choose', async () => {
  const { workshopId, bea } = await openDiscussion(world)
  const guest = await world.seat(workshopId, { email: null })
  const SET = `mutation ($digest: Digest!) { setDigest(digest: $digest) {
    __typename ... on SetDigestSuccess { viewer { digest } } ... on Refusal { code } } }`
  const set = async (digest: string, as: { token: string } | null) => world.run(SET, { digest }, as)
  expect((await set('WEEKLY', bea)).data).toMatchObject({ setDigest: { viewer: { digest: 'WEEKLY' } } })
  expect((await set('OFF', guest)).data).toMatchObject({ setDigest: { code: 'NOT_ALLOWED_NOW' } })
  expect((await set('OFF', null)).codes).toEqual(['UNAUTHENTICATED'])
  expect((await world.run('query { viewer { digest } }', {}, guest)).data).toEqual({
    viewer: { digest: null },
  })
})
