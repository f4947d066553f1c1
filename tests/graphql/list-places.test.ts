import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reports } from '#db/schema/critiques.ts'
import { people } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { seats } from '#db/schema/seats.ts'
import { openDiscussion } from '#tests/support/discussion.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const LISTS = {
  staff: 'query ($after: String) { staff(first: 2, after: $after) { ...Page } }',
  projects: 'query ($after: String) { projects(first: 2, after: $after) { ...Page } }',
  seats:
    'query ($after: String, $slug: String!) { workshop(slug: $slug) { seats(first: 2, after: $after) { ...Page } } }',
  reports:
    'query ($after: String, $slug: String!) { workshop(slug: $slug) { reports(first: 2, after: $after) { ...Page } } }',
}
const TYPES = { staff: 'Person', projects: 'Project', seats: 'Seat', reports: 'Report' }
type List = keyof typeof LISTS
type Page = { pageInfo: { endCursor: string }; edges: { node: { id: string } }[] }

async function read(list: List, variables: Record<string, unknown>, who: TestPerson): Promise<Page> {
  const page = `fragment Page on ${TYPES[list]}Connection { pageInfo { endCursor } edges { node { id } } }`
  const { data, codes } = await world.run<Record<string, Page> & { workshop?: Record<string, Page> }>(
    `${LISTS[list]} ${page}`,
    variables,
    who,
  )
  expect(codes).toEqual([])
  return (data.workshop ?? data)[list] as Page
}

const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id)

/** Reads a page, takes the row at its cursor away, and reads on. */
async function readPastRemoved(
  list: List,
  variables: Record<string, unknown>,
  who: TestPerson,
  remove: (id: string) => Promise<unknown>,
): Promise<void> {
  const first = await read(list, variables, who)
  const whole = idsOf(first)
  for (let after = first.pageInfo.endCursor; ; ) {
    const page = await read(list, { ...variables, after }, who)
    if (page.edges.length === 0) break
    whole.push(...idsOf(page))
    after = page.pageInfo.endCursor
  }
  expect(whole.length).toBeGreaterThan(3)
  await remove(whole[1] as string)
  const rest = await read(list, { ...variables, after: first.pageInfo.endCursor }, who)
  expect(idsOf(rest)).toEqual(whole.slice(2, 4))
}

test('a list of the staff goes on when the person at its cursor has left', async () => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  for (let n = 0; n < 4; n += 1) await world.person({ platformRole: 'STAFF' })
  await readPastRemoved('staff', {}, admin, (id) =>
    world.db.update(people).set({ platformRole: null }).where(eq(people.id, id)),
  )
})

test('a list of projects goes on when the project at its cursor is gone', async () => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  for (let n = 0; n < 4; n += 1) await world.project({})
  await readPastRemoved('projects', {}, admin, (id) => world.db.delete(projects).where(eq(projects.id, id)))
})

test('a list of seats goes on when the seat at its cursor is gone', async () => {
  const { workshop, facilitator } = await world.workshop({ participants: ['Anna', 'Ben', 'Carol', 'Dan'] })
  await readPastRemoved('seats', { slug: workshop.slug }, facilitator, (id) =>
    world.db.delete(seats).where(eq(seats.id, id)),
  )
})

test('a list of reports goes on when the report at its cursor is gone', async () => {
  const room = await openDiscussion(world)
  for (let n = 0; n < 4; n += 1) {
    const { id: critiqueId } = await room.addCritique()
    const input = { id: v7(), reason: `Reason ${n}`, critiqueId }
    await world.run(
      'mutation ($input: ReportInput!) { report(input: $input) { __typename } }',
      { input },
      room.anna,
    )
  }
  await readPastRemoved('reports', { slug: room.workshop.slug }, room.facilitator, (id) =>
    world.db.delete(reports).where(eq(reports.id, id)),
  )
})

test('rows made in one and the same moment are each listed once', async () => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  await world.db.execute(
    sql`update people set created_at = '2026-01-01T00:00:00.123456Z' where platform_role is not null`,
  )
  await readPastRemoved('staff', {}, admin, (id) =>
    world.db.update(people).set({ platformRole: null }).where(eq(people.id, id)),
  )
})
