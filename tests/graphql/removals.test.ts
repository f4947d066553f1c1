import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'

/** What partners are told to forget, and what they are not told. */

let world: HttpWorld
let cast: Cast
beforeAll(async () => {
  world = await openHttpWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Removal = { kind: string; id: string; workshopId: string | null; removedAt: string }
type Page = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: Removal }[]
}

const LONG_AGO = '2017-07-13T00:00:00Z'

async function page(token: GivenToken, since: string, first = 100, after: string | null = null) {
  const query = `query ($since: DateTime!, $first: Int!, $after: String) {
    removals(since: $since, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { kind id workshopId removedAt } }
    }
  }`
  const { data, errors } = await ask(world.server, query, { since, first, after }, token.headers)
  expect(errors).toBeUndefined()
  return (data as { removals: Page }).removals
}

async function removedSince(token: GivenToken, since: string): Promise<Removal[]> {
  return (await page(token, since)).edges.map(({ node }) => node)
}

const named = (removals: readonly Removal[]) => removals.map(({ kind, id }) => `${kind} ${id}`)

async function now(): Promise<string> {
  const [row] = await world.db.$client`select clock_timestamp() as now`
  return new Date(row?.now).toISOString()
}

async function act(call: string, as = cast.admin): Promise<void> {
  const { data, errors } = await ask(
    world.server,
    `mutation { done: ${call} { __typename } }`,
    {},
    signedIn(as),
  )
  expect([call, errors, JSON.stringify(data).includes('Refusal')]).toEqual([call, undefined, false])
}

const ids = ({ workshopId, issues, ideas, critiques, briefId }: Scene) => ({
  workshopId,
  briefId,
  issueId: issues.other.id,
  ideaId: ideas.other.id,
  critiqueId: critiques.other.id,
})

test('what is hidden, withdrawn or unpublished is told once, and told no more when it comes back', async () => {
  const scene = await openScene(world, cast, { published: true })
  const token = await giveToken(world, { workshopIds: [scene.workshopId] })
  const { workshopId, briefId, issueId, ideaId, critiqueId } = ids(scene)
  const since = await now()
  const acts: [string, string, string][] = [
    [`ISSUE ${issueId}`, `hideIssue(issueId: "${issueId}", reason: "R")`, `showIssue(issueId: "${issueId}")`],
    [`IDEA ${ideaId}`, `hideIdea(ideaId: "${ideaId}", reason: "R")`, `showIdea(ideaId: "${ideaId}")`],
    [
      `CRITIQUE ${critiqueId}`,
      `hideCritique(critiqueId: "${critiqueId}", reason: "R")`,
      `showCritique(critiqueId: "${critiqueId}")`,
    ],
    [
      `BRIEF ${briefId}`,
      `publishBrief(briefId: "${briefId}", published: false)`,
      `publishBrief(briefId: "${briefId}", published: true)`,
    ],
    [
      `WORKSHOP ${workshopId}`,
      `publishWorkshop(id: "${workshopId}", published: false)`,
      `publishWorkshop(id: "${workshopId}", published: true)`,
    ],
    [`WORKSHOP ${workshopId}`, `deleteWorkshop(id: "${workshopId}")`, `restoreWorkshop(id: "${workshopId}")`],
  ]
  for (const [what, remove, restore] of acts) {
    expect(named(await removedSince(token, since))).not.toContain(what)
    await act(remove)
    const after = named(await removedSince(token, since))
    expect(after).toContain(what)
    await act(restore)
    expect(named(await removedSince(token, since))).not.toContain(what)
  }
})

test('with a workshop its words are forgotten and not told one by one, and a brief that it alone opened goes too', async () => {
  const scene = await openScene(world, cast, { published: true })
  const token = await giveToken(world, { projectIds: [scene.project.id] })
  const since = await now()
  await act(`hideIssue(issueId: "${scene.issues.other.id}", reason: "R")`)
  await act(`publishWorkshop(id: "${scene.workshopId}", published: false)`)
  expect(named(await removedSince(token, since))).toEqual([
    ...[`WORKSHOP ${scene.workshopId}`, `BRIEF ${scene.briefId}`].toSorted((a, b) =>
      a.slice(-36).localeCompare(b.slice(-36)),
    ),
  ])
})

test('a brief that lets go of all that it joins is told to whoever read it, until it joins something again', async () => {
  const scene = await openScene(world, cast, { published: true })
  const elsewhere = await world.workshop({ published: true })
  const [token, other] = [
    await giveToken(world, { workshopIds: [scene.workshopId] }),
    await giveToken(world, { workshopIds: [elsewhere.workshop.id] }),
  ]
  const since = await now()
  const gone = `BRIEF ${scene.briefId}`
  const { statements, ideas, briefId } = scene
  await act(`leaveStatement(briefId: "${briefId}", statementId: "${statements.own.id}")`)
  expect(named(await removedSince(token, since))).not.toContain(gone)
  await act(`leaveIdea(briefId: "${briefId}", ideaId: "${ideas.own.id}")`)
  await act(`leaveIdea(briefId: "${briefId}", ideaId: "${ideas.hidden.id}")`)
  expect(named(await removedSince(token, since))).toEqual([gone])
  expect(await removedSince(other, since)).toEqual([])
  await act(`joinIdea(briefId: "${briefId}", ideaId: "${ideas.other.id}")`)
  expect(await removedSince(token, since)).toEqual([])
})

test('nothing is told that was never published, or removed before it was, or that was not granted', async () => {
  const scene = await openScene(world, cast, { published: true })
  const draft = await openScene(world, cast)
  const elsewhere = await openScene(world, cast, { published: true })
  const later = await openScene(world, cast)
  await act(`hideIssue(issueId: "${draft.issues.other.id}", reason: "R")`)
  await act(`deleteWorkshop(id: "${draft.workshopId}")`)
  await act(`hideIssue(issueId: "${elsewhere.issues.other.id}", reason: "R")`)
  await act(`publishWorkshop(id: "${elsewhere.workshopId}", published: false)`)
  await act(`hideIdea(ideaId: "${later.ideas.other.id}", reason: "R")`)
  await act(`publishWorkshop(id: "${later.workshopId}", published: true)`)
  const workshopIds = [scene, draft, later].map(({ workshopId }) => workshopId)
  const some = await removedSince(await giveToken(world, { workshopIds }), LONG_AGO)
  const all = await removedSince(await giveToken(world), LONG_AGO)
  for (const told of [some, all]) {
    const text = JSON.stringify(told)
    expect(text).not.toContain(draft.workshopId)
    expect(text).not.toContain(draft.issues.other.id)
    expect(text).not.toContain(later.ideas.other.id)
  }
  expect(JSON.stringify(some)).not.toContain(elsewhere.workshopId)
  expect(named(all)).toContain(`WORKSHOP ${elsewhere.workshopId}`)
})

test('a token for results is told of workshops alone', async () => {
  const scene = await openScene(world, cast, { published: true })
  const other = await openScene(world, cast, { published: true })
  const token = await giveToken(world, {
    scopes: ['RESULTS'],
    workshopIds: [scene.workshopId, other.workshopId],
  })
  await act(`hideIssue(issueId: "${scene.issues.other.id}", reason: "R")`)
  await act(`publishWorkshop(id: "${other.workshopId}", published: false)`)
  expect(named(await removedSince(token, LONG_AGO))).toEqual([`WORKSHOP ${other.workshopId}`])
})

test('pages of removals hold each one once, also those of one moment, and begin at the moment itself', async () => {
  const scene = await openScene(world, cast, { published: true })
  const token = await giveToken(world, { workshopIds: [scene.workshopId] })
  const moment = '2090-01-01T00:00:00.000Z'
  await world.db
    .$client`update issues set hidden_at = ${moment} where workshop_id = ${scene.workshopId} and withdrawn_at is null`
  const whole = await page(token, moment)
  expect(whole.totalCount).toBeGreaterThan(3)
  expect(whole.edges).toHaveLength(whole.totalCount)
  expect(await removedSince(token, '2090-01-01T00:00:00.001Z')).toEqual([])
  const found: Removal[] = []
  let after: string | null = null
  do {
    const next: Page = await page(token, moment, 2, after)
    found.push(...next.edges.map(({ node }) => node))
    after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null
  } while (after !== null)
  expect(found).toEqual(whole.edges.map(({ node }) => node))
})

test('a point that is taken out of a measure is told, and told no more once it is put back', async () => {
  const scene = await openScene(world, cast, { published: true })
  const token = await giveToken(world, { workshopIds: [scene.workshopId] })
  const sql = world.db.$client
  const [point] =
    await sql`select p.id from measure_points p join brief_measures m on m.measure_id = p.measure_id
    where m.brief_id = ${scene.briefId} and p.removed_at is null limit 1`
  await sql`update measure_points set removed_at = now() where id = ${point?.id}`
  expect(named(await removedSince(token, LONG_AGO))).toContain(`MEASURE_POINT ${point?.id}`)
  await sql`update measure_points set removed_at = null where id = ${point?.id}`
  expect(named(await removedSince(token, LONG_AGO))).not.toContain(`MEASURE_POINT ${point?.id}`)
})
