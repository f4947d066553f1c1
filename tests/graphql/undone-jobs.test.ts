import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addJobs, releaseAbandonedJobs } from '#db/jobs.ts'
import { briefs } from '#db/schema/briefs.ts'
import { mails } from '#db/schema/mails.ts'
import { startBackground } from '#graphql/background.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const INVITE_PEOPLE = `mutation ($workshopId: ID!) {
  inviteParticipants(input: { workshopId: $workshopId, lines: "anna@example.org", dryRun: false }) { __typename }
}`
const INVITE_STAFF = `mutation {
  inviteStaff(input: { email: "ben@example.org", role: STAFF }) { __typename }
}`
const INVITE_TO_BRIEF = `mutation ($briefId: ID!) {
  addContributor(input: { briefId: $briefId, email: "carol@example.org" }) { __typename }
}`
const COUNT = sql`select
  (select count(*) from seats where invited_email is not null)::int seats,
  (select count(*) from people where email in ('ben@example.org', 'carol@example.org'))::int people,
  (select count(*) from brief_contributors)::int contributors`

test('an invitation whose mail cannot be kept invites nobody, and asked again it does', async () => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  const { workshop, facilitator } = await world.workshop()
  const [brief] = await world.db
    .insert(briefs)
    .values({ id: v7(), projectId: workshop.projectId, title: 'Handover' })
    .returning()
  const inviteAll = async () => [
    await world.run(INVITE_PEOPLE, { workshopId: workshop.id }, facilitator),
    await world.run(INVITE_STAFF, {}, admin),
    await world.run(INVITE_TO_BRIEF, { briefId: brief?.id }, admin),
  ]
  const [before] = await world.db.execute(COUNT)
  await world.db.execute(sql`alter table graphile_worker._private_jobs rename to jobs_away`)
  const failed = await inviteAll()
  expect(failed.map(({ codes }) => codes)).toEqual([
    ['INTERNAL_SERVER_ERROR'],
    ['INTERNAL_SERVER_ERROR'],
    ['INTERNAL_SERVER_ERROR'],
  ])
  expect(await world.db.execute(COUNT)).toEqual([before])
  await world.db.execute(sql`alter table graphile_worker.jobs_away rename to _private_jobs`)
  expect((await inviteAll()).flatMap(({ codes }) => codes)).toEqual([])
  expect(await world.db.execute(sql`select count(*)::int from graphile_worker.jobs`)).toEqual([{ count: 3 }])
})

test('what a process left undone when it died is taken up again within minutes, what one is at work on is not', async () => {
  const mail = (to: string) => ({ to, subject: 'Invitation', text: 'Come' })
  await world.db.execute(sql`delete from graphile_worker._private_jobs`)
  await addJobs(world.db, 'mail', [mail('dead@example.org'), mail('busy@example.org')])
  const take = (worker: string, minutes: number) => sql`
    update graphile_worker._private_jobs set locked_by = ${worker}, attempts = 1,
      locked_at = now() - make_interval(mins => ${minutes})
    where id = (select id from graphile_worker._private_jobs where locked_by is null order by id limit 1)`
  await world.db.execute(take('worker-dead', 4))
  await world.db.execute(take('worker-busy', 1))
  const worker = startBackground(world.db, world.url)
  await releaseAbandonedJobs(world.db)
  await vi.waitFor(
    async () => {
      const sent = await world.db.select({ to: mails.recipient }).from(mails)
      expect(sent).toEqual([{ to: 'dead@example.org' }])
    },
    { timeout: 15_000 },
  )
  await worker.stop()
  expect(
    await world.db.execute(sql`select locked_by from graphile_worker.jobs where task_identifier = 'mail'`),
  ).toEqual([{ locked_by: 'worker-busy' }])
})
