import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_FILES } from '#domain/exports.ts'
import { openExports } from '#tests/support/exports.ts'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { giveToken } from '#tests/support/partners.ts'

/** What the holder of a token is told about it. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const GRANT = `query Mine { grant { organisation prefix scopes allPublished projects { id } workshops { id }
  requestsPerMinute costPerMinute left { requests cost seconds } origins expiresAt
  usage { requests cost errors } topOperations { name requests } } }`

test('a token’s holder reads what it opens, its limits, what is left and what was asked with it', async () => {
  const { workshop, project } = await world.workshop({ published: true })
  const second = await world.workshop({ published: true })
  const { headers, token } = await giveToken(world, {
    scopes: ['RESULTS'],
    projectIds: [project.id],
    workshopIds: [second.workshop.id],
    origins: ['https://data.example.org'],
  })
  await ask(world.server, '{ issue(id: "nope") { id } }', {}, headers)
  const { data } = await ask(world.server, GRANT, {}, headers)
  const { grant } = data as { grant: { left: { cost: number }; usage: { cost: number }[] } }
  expect(grant).toMatchObject({
    organisation: 'University of Example',
    prefix: token.slice(0, 17),
    scopes: ['results:read'],
    allPublished: false,
    projects: [{ id: project.id }],
    workshops: [{ id: second.workshop.id }],
    requestsPerMinute: 600,
    left: { requests: 598, seconds: expect.any(Number) },
    origins: ['https://data.example.org'],
    usage: [{ requests: 2, errors: 1 }],
    topOperations: [
      { name: '', requests: 1 },
      { name: 'Mine', requests: 1 },
    ],
  })
  expect(grant.left.cost).toBe(60_000 - (grant.usage[0]?.cost ?? 0))
  expect(JSON.stringify(data)).not.toContain(token)
  expect(JSON.stringify(data)).not.toContain(workshop.id)
})

test('what is named in a token and not published is not told', async () => {
  const draft = await world.workshop()
  const given = { projectIds: [draft.project.id], workshopIds: [draft.workshop.id] }
  const { headers } = await giveToken(world, given)
  const { data } = await ask(world.server, GRANT, {}, headers)
  expect(data).toMatchObject({ grant: { projects: [], workshops: [] } })
})

test('of other tokens nothing is told, and people have none', async () => {
  const other = await giveToken(world)
  const { headers } = await giveToken(world)
  const { data } = await ask(world.server, GRANT, {}, headers)
  expect(JSON.stringify(data)).not.toContain(other.token.slice(5, 17))
  const admin = await world.person({ platformRole: 'ADMIN' })
  for (const as of [signedIn(admin), {}]) {
    const person = await ask(world.server, '{ grant { prefix } exports { name url expiresAt } }', {}, as)
    expect(person.data).toMatchObject({ grant: null })
    expect(JSON.stringify(person.data)).not.toMatch(/signature|Z"/)
  }
})

test('every bulk file is listed, with a link for each that the token reaches, and the link opens it', async () => {
  const get = await openExports(world)
  const { headers } = await giveToken(world, { scopes: ['RESULTS'] })
  const query = '{ exports { name format scope columns takesUpdatedSince url expiresAt } }'
  const { data } = await ask(world.server, query, {}, headers)
  const { exports } = data as {
    exports: { name: string; scope: string | null; url: string | null; expiresAt: string | null }[]
  }
  expect(exports).toHaveLength(ALL_FILES.length)
  expect(exports.filter(({ url }) => url === null).every(({ scope }) => scope === 'content:read')).toBe(true)
  const open = exports.filter(({ url }) => url !== null)
  expect(open.length).toBeGreaterThan(10)
  for (const { name, url } of open) {
    const { pathname, search, origin } = new URL(url ?? '')
    expect([origin, pathname]).toEqual([new URL(world.server.url).origin, `/api/exports/${name}`])
    const answer = await get(name, { search })
    expect([name, answer.status]).toEqual([name, 200])
    await answer.text()
  }
})
