import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addJobs, type Worker } from '#db/jobs.ts'
import { briefIdeas, briefs } from '#db/schema/briefs.ts'
import { checkIns } from '#db/schema/check-ins.ts'
import { HORIZONS } from '#domain/ideas.ts'
import { startBackground } from '#graphql/background.ts'
import { openIdeaWall } from '#tests/support/ideation.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let mail: MailServer
let world: World
let worker: Worker
let staff: TestPerson
beforeAll(async () => {
  mail = await startMailServer()
  Object.assign(process.env, { SMTP_URL: mail.url, PUBLIC_URL: 'http://lab.test' })
  world = await openWorld()
  worker = startBackground(world.db, world.url)
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(async () => {
  await worker.stop()
  await world.close()
  await mail.close()
})

const CHECK_IN = `mutation ($input: CheckInInput!) { result: checkIn(input: $input) {
  __typename ... on CheckInSuccess { checkIn { outcome text authorName } idea { checkIns { outcome } } } ... on Refusal { code field } } }`
const OVERDUE = `query ($id: ID!) { project(id: $id) { progress { overdueIdeaCount overdueIdeas { id dueOn } } } }`
type Overdue = { project: { progress: { overdueIdeaCount: number | null; overdueIdeas: { id: string }[] } } }

/** A wall whose workshop ended so many days ago, published, with an idea of each horizon. */
async function openWall(daysAgo: number) {
  const room = await openIdeaWall(world, { published: true })
  await world.db.$client`update workshops set time_zone = 'UTC', starts_on = current_date - ${daysAgo}::int,
    ends_on = current_date - ${daysAgo}::int where id = ${room.workshopId}`
  const ids: string[] = []
  for (const horizon of HORIZONS) ids.push(await room.write(room.anna, `Idea for ${horizon}`, horizon))
  const [soon = '', year = '', long = ''] = ids
  const overdue = async (as: { token: string } | null) => {
    const { data } = await world.run<Overdue>(OVERDUE, { id: room.project.id }, as)
    return data.project.progress
  }
  return { ...room, soon, year, long, overdue }
}

/** What the clock does every hour; returns when all that came of it is done. */
async function hour() {
  await addJobs(world.db, 'checkIns', [{}])
  const waiting = sql`select count(*) from graphile_worker._private_jobs`
  await vi.waitFor(async () => expect(await count(world.db, waiting)).toBe(0), {
    timeout: 30_000,
    interval: 50,
  })
}

async function joinedBy(ideaId: string, projectId: string, owner: TestPerson) {
  const briefId = v7()
  await world.db.insert(briefs).values({ id: briefId, projectId, title: 'Brief', ownerId: owner.id })
  await world.db.insert(briefIdeas).values({ briefId, ideaId })
  return briefId
}

test('an idea is overdue when its due day has come where its workshop was held', async () => {
  const wall = await openWall(28)
  // In these two places it is never the same day.
  const overdueIn = async (zone: string) => {
    await world.db.$client`update workshops set time_zone = ${zone},
      ends_on = (now() at time zone 'Pacific/Kiritimati')::date - 28 where id = ${wall.workshopId}`
    return (await wall.overdue(staff)).overdueIdeaCount
  }
  expect(await overdueIn('Pacific/Kiritimati')).toBe(1)
  expect(await overdueIn('Pacific/Pago_Pago')).toBe(0)
})

test('an idea is overdue from its due day on until somebody says what became of it', async () => {
  const wall = await openWall(28)
  expect(await wall.overdue(staff)).toMatchObject({ overdueIdeaCount: 1, overdueIdeas: [{ id: wall.soon }] })
  await world.db.$client`update workshops set ends_on = ends_on + 1 where id = ${wall.workshopId}`
  expect(await wall.overdue(staff)).toEqual({ overdueIdeaCount: 0, overdueIdeas: [] })
  const late = await openWall(366)
  expect((await late.overdue(staff)).overdueIdeas.map(({ id }) => id)).toEqual([late.soon, late.year])
  const said = await late.act(CHECK_IN, staff, { input: { ideaId: late.soon, outcome: 'NOT_BEGUN' } })
  expect(said.__typename).toBe('CheckInSuccess')
  expect((await late.overdue(staff)).overdueIdeas.map(({ id }) => id)).toEqual([late.year])
})

test('the due day in the database is the one of the rule, for every horizon and over leap days', async () => {
  const wall = await openWall(0)
  await world.db
    .$client`update workshops set starts_on = '2024-02-29', ends_on = '2024-02-29' where id = ${wall.workshopId}`
  const { data } = await world.run<Overdue>(OVERDUE, { id: wall.project.id }, staff)
  expect(data.project.progress.overdueIdeas).toEqual([
    { id: wall.soon, dueOn: '2024-03-28' },
    { id: wall.year, dueOn: '2025-02-28' },
  ])
})

test('participants and readers are not told what is overdue, and may not say what became of it', async () => {
  const wall = await openWall(40)
  expect(await wall.overdue(wall.anna)).toEqual({ overdueIdeaCount: null, overdueIdeas: [] })
  const input = { ideaId: wall.soon, outcome: 'DONE' }
  expect((await wall.act(CHECK_IN, wall.anna, { input })).code).toBe('FORBIDDEN')
  expect((await wall.act(CHECK_IN, null, { input })).code).toBe('UNAUTHENTICATED')
  expect((await wall.act(CHECK_IN, wall.facilitator, { input })).__typename).toBe('CheckInSuccess')
})

test('staff do not learn of an idea in an unpublished workshop by saying what became of it', async () => {
  const room = await openIdeaWall(world)
  const ideaId = await room.write(room.anna)
  const done = await room.act(CHECK_IN, staff, { input: { ideaId, outcome: 'DONE' } })
  expect(done.code).toBe('NOT_FOUND')
  expect(await world.db.$count(checkIns, eq(checkIns.ideaId, ideaId))).toBe(0)
})

test('what is said lands in the timeline of each brief that joins the idea, once for a retry', async () => {
  const wall = await openWall(30)
  const briefId = await joinedBy(wall.soon, wall.project.id, staff)
  const input = { id: v7(), ideaId: wall.soon, outcome: 'DONE', text: 'On two wards' }
  const results = await Promise.all([1, 2, 3].map(() => wall.act(CHECK_IN, staff, { input })))
  expect(results.map(({ __typename }) => __typename)).toEqual(Array(3).fill('CheckInSuccess'))
  expect(results[0]).toMatchObject({ checkIn: { text: 'On two wards', authorName: 'Stella' } })
  const { data } = await world.run(
    `query ($id: ID!) { brief(id: $id) { updates { kind text } } }`,
    { id: briefId },
    staff,
  )
  expect(data).toEqual({ brief: { updates: [{ kind: 'IDEA_CHECKED_IN', text: 'Done: On two wards' }] } })
  const other = await wall.act(CHECK_IN, staff, { input: { ...input, outcome: 'UNDER_WAY' } })
  expect(other.code).toBe('IDEMPOTENCY_MISMATCH')
})

test('giving up takes a reason, and an idea that has left the wall is said nothing of', async () => {
  const wall = await openWall(30)
  const given = { ideaId: wall.soon, outcome: 'GIVEN_UP' }
  expect(await wall.act(CHECK_IN, staff, { input: given })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'text',
  })
  await world.db.$client`update ideas set merged_into_id = ${wall.year} where id = ${wall.soon}`
  const merged = await wall.act(CHECK_IN, staff, { input: { ...given, text: 'No money' } })
  expect(merged.code).toBe('NOT_ALLOWED_NOW')
})

test('on the due day owners are asked by e-mail, where there is none the facilitators, and each once', async () => {
  const wall = await openWall(30)
  await wall.write(wall.anna, 'Idea\nof nobody')
  const owner = await world.person({ name: 'Olu', platformRole: 'STAFF' })
  await joinedBy(wall.soon, wall.project.id, owner)
  await hour()
  await hour()
  const [asked] = mail.to(owner.email ?? '')
  expect(mail.to(owner.email ?? '')).toHaveLength(1)
  expect(asked?.subject).toBe('What became of 1 idea?')
  expect(asked?.text).toContain(`Idea for FOUR_WEEKS`)
  expect(asked?.text).toContain(`http://lab.test/dashboard/projects/${wall.project.id}/check-ins`)
  expect(asked?.text).not.toContain('of nobody')
  const [toFacilitator] = mail.to(wall.facilitator.email ?? '')
  expect(toFacilitator?.text).toContain('- Idea of nobody')
  expect(mail.to(wall.facilitator.email ?? '')).toHaveLength(1)
})

test('nobody is asked about workshops of years ago, archived ones, or what was said already', async () => {
  const old = await openWall(28 + 31)
  const archived = await openWall(28)
  await world.db.$client`update workshops set archived_at = now() where id = ${archived.workshopId}`
  const told = await openWall(28)
  await told.act(CHECK_IN, staff, { input: { ideaId: told.soon, outcome: 'DONE' } })
  await hour()
  for (const { facilitator } of [old, archived, told]) expect(mail.to(facilitator.email ?? '')).toEqual([])
})

test('an owner who may not read the workshop is not sent its words: its facilitators are asked', async () => {
  const wall = await openWall(28)
  await world.db.$client`update workshops set published_at = null where id = ${wall.workshopId}`
  const owner = await world.person({ name: 'Olu', platformRole: 'STAFF' })
  await joinedBy(wall.soon, wall.project.id, owner)
  await hour()
  expect(mail.to(owner.email ?? '')).toEqual([])
  expect(mail.to(wall.facilitator.email ?? '')).toHaveLength(1)
})
