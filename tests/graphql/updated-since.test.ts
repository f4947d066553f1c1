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

const CHANGED_LISTS = `query ($slug: String!, $brief: ID!, $measure: ID!, $since: DateTime) {
  publishedWorkshops(filter: { updatedSince: $since }) { totalCount edges { node { slug } } }
  projects(updatedSince: $since) { totalCount }
  workshop(slug: $slug) {
    critiques(filter: { updatedSince: $since }) { totalCount }
    project { workshops(filter: { updatedSince: $since }) { totalCount } }
  }
  brief(id: $brief) {
    measures(updatedSince: $since) { id }
    teams(updatedSince: $since) { id cycles(updatedSince: $since) { id } }
  }
  measure(id: $measure) { points(updatedSince: $since) { totalCount edges { node { id } } } }
}`
type Lists = {
  publishedWorkshops: { totalCount: number }
  projects: { totalCount: number }
  workshop: { critiques: { totalCount: number }; project: { workshops: { totalCount: number } } }
  brief: { measures: unknown[]; teams: { cycles: unknown[] }[] }
  measure: { points: { totalCount: number } }
}

test('so are workshops, projects, comments, teams, cycles, measures and points', async () => {
  const scene = await openScene(world, await openCast(world), { published: true })
  const staff = await world.person({ platformRole: 'STAFF' })
  const sql = world.db.$client
  // Those below first: what is above moves with them.
  const below = [
    'measure_points',
    'measures',
    'test_cycles',
    'test_teams',
    'critiques',
    'workshops',
    'projects',
  ]
  for (const table of below) await sql`update ${sql(table)} set updated_at = '2020-01-01T12:00:00Z'`
  const counts = async (since: string | null) => {
    const given = { slug: scene.workshop.slug, brief: scene.briefId, measure: scene.measure.id, since }
    const { data, codes } = await world.run<Lists>(CHANGED_LISTS, given, staff)
    expect(codes).toEqual([])
    const { publishedWorkshops, projects, workshop, brief, measure } = data
    return {
      workshops: publishedWorkshops.totalCount,
      projects: projects.totalCount,
      ofProject: workshop.project.workshops.totalCount,
      critiques: workshop.critiques.totalCount,
      measures: brief.measures.length,
      teams: brief.teams.length,
      cycles: brief.teams.flatMap(({ cycles }) => cycles).length,
      points: measure.points.totalCount,
    }
  }
  const all = await counts(null)
  expect(Object.values(all).every((count) => count > 0)).toBe(true)
  expect(await counts('2020-01-01T13:00:00+01:00')).toEqual(all)
  const none = Object.fromEntries(Object.keys(all).map((name) => [name, 0]))
  expect(await counts('2020-01-01T12:00:01Z')).toEqual(none)
  await sql`update measure_points set value = value + 1 where id = ${scene.measure.points.first.id}`
  await sql`update test_cycles set updated_at = now() where id = ${scene.cycles.act.id}`
  await sql`update workshops set venue = 'Elsewhere' where id = ${scene.workshopId}`
  await sql`update projects set challenge = 'Another?' where id = ${scene.project.id}`
  expect(await counts('2020-01-01T12:00:01Z')).toEqual({
    ...none,
    ...{ workshops: 1, ofProject: 1, projects: 1, measures: 1, points: 1, teams: 1, cycles: 1 },
  })
})

test('comments of a workshop are those that stand, on ideas that stand, of the kind that is asked for', async () => {
  const { workshop, ideas, critiques } = await openScene(world, await openCast(world), { published: true })
  const sql = world.db.$client
  const ask = async (filter: string) => {
    const { data, codes } = await world.run<{ workshop: { critiques: Found } }>(
      `{ workshop(slug: "${workshop.slug}") { critiques${filter} { totalCount edges { node { id } } } } }`,
    )
    expect(codes).toEqual([])
    const { totalCount, edges } = data.workshop.critiques
    expect(edges).toHaveLength(totalCount)
    return edges.map(({ node }) => node.id)
  }
  const rows = await sql<{ id: string; kind: string | null }[]>`select c.id, c.kind from critiques c
    join ideas i on i.id = c.idea_id where c.workshop_id = i.workshop_id and i.id = ${ideas.own.id}
    and c.hidden_at is null and c.withdrawn_at is null order by c.id`
  expect(await ask('')).toEqual(rows.map(({ id }) => id))
  expect(await ask('')).not.toContain(critiques.hidden.id)
  const { kind } = rows.find((row) => row.kind !== null) ?? {}
  expect(await ask(`(filter: { kind: ${kind} })`)).toEqual(
    rows.filter((row) => row.kind === kind).map(({ id }) => id),
  )
  await sql`update ideas set hidden_at = now() where id = ${ideas.own.id}`
  expect(await ask('')).toEqual([])
})
