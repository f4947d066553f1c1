import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefIdeas, briefs } from '#db/schema/briefs.ts'
import { testCycles, testTeams } from '#db/schema/cycles.ts'
import { workshops } from '#db/schema/workshops.ts'
import { openIdeaWall } from '#tests/support/ideation.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(() => world.close())

const PROGRESS = `query ($id: ID!) { project(id: $id) { progress {
  needs { kind done of met } briefCounts { status count } runningCycles workshopsAhead nextWorkshopOn workshopsToday laterWorkshopOn lastActivityAt
  priorities { option { title } workshop { slug } ideaCount briefs { title teams { cycles { state } } } } } } }`
type Progress = {
  needs: { kind: string; done: number; of: number; met: boolean }[]
  briefCounts: { status: string; count: number }[]
  runningCycles: number
  workshopsAhead: number
  nextWorkshopOn: string | null
  workshopsToday: number
  laterWorkshopOn: string | null
  lastActivityAt: string
  priorities: {
    option: { title: string }
    workshop: { slug: string }
    ideaCount: number
    briefs: { title: string }[]
  }[]
}

async function progress(projectId: string, as: { token: string } | null): Promise<Progress> {
  const { data } = await world.run<{ project: { progress: Progress } }>(PROGRESS, { id: projectId }, as)
  return data.project.progress
}
const doneOf = ({ needs }: Progress, kind: string) => needs.find((need) => need.kind === kind)

/** A wall whose first priority is reworded, with an idea that a published and an inside brief join, and a running cycle. */
async function openProject(published: boolean) {
  const wall = await openIdeaWall(world, { published })
  const { db } = world
  await db.$client`insert into statement_priorities (statement_id, priority_id) values (${wall.statementId}, ${wall.priorityIds[0] ?? ''})`
  const ideaId = await wall.write(wall.anna)
  await wall.comment(ideaId, wall.bea, { tableId: wall.tables[1]?.id ?? null })
  const open = {
    id: v7(),
    projectId: wall.project.id,
    title: 'Open',
    status: 'TESTING',
    publishedAt: new Date(),
  } as const
  const inside = { id: v7(), projectId: wall.project.id, title: 'Inside', status: 'PROPOSED' } as const
  await db.insert(briefs).values([open, inside])
  await db.insert(briefIdeas).values([open, inside].map(({ id }) => ({ briefId: id, ideaId })))
  const teamId = v7()
  await db.insert(testTeams).values({ id: teamId, briefId: open.id, organisation: 'Ward 5' })
  await db.insert(testCycles).values([
    { teamId, state: 'DO', prediction: 'Fewer' },
    { teamId, state: 'PLAN' },
  ])
  return wall
}

test('progress follows each priority to its briefs and counts what each phase asks for', async () => {
  const wall = await openProject(true)
  const found = await progress(wall.project.id, staff)
  expect(found.priorities).toMatchObject([
    { option: { title: 'Issue 1' }, ideaCount: 1, briefs: [{ title: 'Inside' }, { title: 'Open' }] },
    { option: { title: 'Issue 2' }, ideaCount: 0, briefs: [] },
  ])
  expect(doneOf(found, 'PRIORITIES')).toMatchObject({ done: 2, of: 1, met: true })
  expect(doneOf(found, 'STATEMENTS')).toMatchObject({ done: 1, of: 2, met: false })
  expect(doneOf(found, 'READ_IDEAS')).toMatchObject({ done: 1, of: 1, met: true })
  expect(doneOf(found, 'TEST_TEAMS')).toMatchObject({ done: 1, of: 1, met: true })
  expect(found).toMatchObject({
    runningCycles: 1,
    briefCounts: [
      { status: 'PROPOSED', count: 1 },
      { status: 'TESTING', count: 1 },
    ],
  })
  expect(Date.parse(found.lastActivityAt)).toBeGreaterThan(Date.now() - 60_000)
})

test('participants see of it what they may read: no brief that is kept inside', async () => {
  const wall = await openProject(false)
  const found = await progress(wall.project.id, wall.bea)
  expect(found.briefCounts).toEqual([{ status: 'TESTING', count: 1 }])
  expect(found.priorities[0]?.briefs).toMatchObject([{ title: 'Open' }])
  expect(doneOf(found, 'BRIEFS')?.done).toBe(1)
})

test('of a workshop that is not published, staff without a seat learn nothing from the counts', async () => {
  const wall = await openProject(false)
  const found = await progress(wall.project.id, staff)
  expect(found.priorities).toEqual([])
  expect(['ISSUES', 'PRIORITIES', 'IDEAS', 'READ_IDEAS'].map((kind) => doneOf(found, kind)?.done)).toEqual([
    0, 0, 0, 0,
  ])
  expect(doneOf(found, 'BRIEFS')?.done).toBe(2)
})

test('whoever reads a published workshop reads its project’s progress without briefs', async () => {
  const wall = await openProject(true)
  const query = `query ($slug: String!) { workshop(slug: $slug) { project { progress {
    briefCounts { count } runningCycles overdueIdeaCount priorities { ideaCount briefs { id } } } } } }`
  const { data } = await world.run(query, { slug: wall.workshop.slug })
  expect(data).toEqual({
    workshop: {
      project: {
        progress: {
          briefCounts: [],
          runningCycles: 0,
          overdueIdeaCount: null,
          priorities: [
            { ideaCount: 1, briefs: [] },
            { ideaCount: 0, briefs: [] },
          ],
        },
      },
    },
  })
})

test('workshops ahead are those that have not ended, with the next one’s day', async () => {
  const project = await world.project()
  const facilitator = await world.person({ platformRole: 'ADMIN' })
  for (const startsOn of ['2017-07-13', '2999-05-02', '2999-05-01']) {
    await world.workshop({ projectId: project.id, startsOn })
  }
  expect(await progress(project.id, facilitator)).toMatchObject({
    workshopsAhead: 2,
    nextWorkshopOn: '2999-05-01',
  })
})

test('a workshop that runs today is told from those that are still to come', async () => {
  const project = await world.project()
  const facilitator = await world.person({ platformRole: 'ADMIN' })
  const [row] = await world.db.execute<{ today: string }>(sql`select current_date::text as today`)
  const today = row?.today ?? ''
  for (const startsOn of ['2026-01-05', today, '2999-05-01'])
    await world.workshop({ projectId: project.id, startsOn })
  await world.db
    .update(workshops)
    .set({ endsOn: '2999-05-02' })
    .where(and(eq(workshops.projectId, project.id), eq(workshops.startsOn, '2026-01-05')))
  await world.db.update(workshops).set({ timeZone: 'UTC' }).where(eq(workshops.projectId, project.id))
  expect(await progress(project.id, facilitator)).toMatchObject({
    workshopsAhead: 3,
    nextWorkshopOn: today,
    workshopsToday: 2,
    laterWorkshopOn: '2999-05-01',
  })
})

test('a list gives the progress of each of its projects', async () => {
  const asked: string[] = []
  const made = [await world.project({ title: 'A' }), await world.project({ title: 'B' })]
  const { data } = await world.run<{
    projects: { edges: { node: { id: string; progress: { runningCycles: number } } }[] }
  }>(
    `{ projects(first: 50) { edges { node { id progress { runningCycles briefCounts { count } lastActivityAt } } } } }`,
    {},
    staff,
  )
  for (const { node } of data.projects.edges) asked.push(node.id)
  expect(asked).toEqual(expect.arrayContaining(made.map(({ id }) => id)))
})

test('priorities stand by workshop, the latest first', async () => {
  const wall = await openProject(true)
  const later = await openProject(true)
  await world.db.$client`update workshops set project_id = ${wall.project.id}, starts_on = '2018-01-01',
    ends_on = '2018-01-01' where id = ${later.workshopId}`
  const slugs = (await progress(wall.project.id, staff)).priorities.map(({ workshop }) => workshop.slug)
  expect([...new Set(slugs)]).toEqual([later.workshop.slug, wall.workshop.slug])
})
