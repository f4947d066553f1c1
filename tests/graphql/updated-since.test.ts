import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, openScene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** What somebody who keeps a copy has to fetch again. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const CHANGED = `query ($slug: String!, $since: DateTime) {
  workshop(slug: $slug) {
    issues(filter: { updatedSince: $since }) { totalCount edges { node { id } } }
    ideas(filter: { updatedSince: $since }) { totalCount edges { node { id } } }
    statements(updatedSince: $since) { id }
    project { briefs(updatedSince: $since) { totalCount } }
  }
}`
type Found = { totalCount: number; edges: { node: { id: string } }[] }

test('lists are narrowed to what was changed since, that moment included', async () => {
  const { workshop, issues, ideas, statements, briefId } = await openScene(world, await openCast(world), {
    published: true,
  })
  const staff = await world.person({ platformRole: 'STAFF' })
  const sql = world.db.$client
  for (const table of ['issues', 'ideas', 'statements', 'briefs'])
    await sql`update ${sql(table)} set updated_at = '2020-01-01T12:00:00Z'`
  const later = '2020-01-01T12:00:01Z'
  const ask = async (since: string | null) => {
    const { data, codes } = await world.run<{
      workshop: { issues: Found; ideas: Found; statements: { id: string }[] }
    }>(CHANGED, { slug: workshop.slug, since }, staff)
    expect(codes).toEqual([])
    return data.workshop
  }
  const all = await ask(null)
  expect(all.issues.totalCount).toBeGreaterThan(1)
  expect(await ask('2020-01-01T13:00:00+01:00')).toEqual(all)
  expect(await ask(later)).toEqual({
    issues: none,
    ideas: none,
    statements: [],
    project: { briefs: { totalCount: 0 } },
  })
  await sql`update issues set updated_at = ${later} where id = ${issues.own.id}`
  await sql`update ideas set updated_at = ${later} where id = ${ideas.own.id}`
  await sql`update briefs set updated_at = ${later} where id = ${briefId}`
  await sql`update statements set updated_at = ${later} where id = ${statements.own.id}`
  const one = (id: string) => ({ totalCount: 1, edges: [{ node: { id } }] })
  expect(await ask(later)).toEqual({
    issues: one(issues.own.id),
    ideas: one(ideas.own.id),
    statements: [{ id: statements.own.id }],
    project: { briefs: { totalCount: 1 } },
  })
})
const none = { totalCount: 0, edges: [] }

test('a moment that is none is refused', async () => {
  const { codes } = await world.run(CHANGED, { slug: 'x', since: 'yesterday' })
  expect(codes).toEqual(['BAD_USER_INPUT'])
})
