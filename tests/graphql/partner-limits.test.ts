import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGraphqlServer } from '#graphql/server.ts'
import { ask, type HttpWorld, openHttpWorld, serve, signedIn } from '#tests/support/http-server.ts'
import { giveToken } from '#tests/support/partners.ts'

/** How much may be asked with a token, and in which form answers come. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const LIST = '{ publishedWorkshops { totalCount edges { node { slug } } } }'

test('600 requests a minute pass, on all instances together, and the next is told when to come back', async () => {
  const second = await serve(await createGraphqlServer(world.db))
  let statuses: number[]
  let minutes: number
  do {
    const { headers } = await giveToken(world)
    const started = Math.floor(Date.now() / 60_000)
    statuses = []
    for (let at = 0; at < 601; at++) {
      const answer = await ask(at % 2 === 0 ? world.server : second, '{ __typename }', {}, headers)
      statuses.push(answer.status)
      if (answer.status !== 429) continue
      expect(answer.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(answer.headers.ratelimit).toMatch(/^"requests";r=0;t=\d+, "cost";r=\d+;t=\d+$/)
    }
    minutes = Math.floor(Date.now() / 60_000) - started
    // A minute that turned in between began a new budget.
  } while (minutes > 0)
  expect(statuses.filter((status) => status === 200)).toHaveLength(600)
  expect(statuses.at(-1)).toBe(429)
  await second.close()
})

test('the cost of a minute is limited too, whether the document is known or not', async () => {
  const { id, headers } = await giveToken(world, { costPerMinute: 150 })
  const query = '{ publishedWorkshops(first: 20) { edges { node { id title } } } }'
  const statuses = []
  for (let at = 0; at < 4; at++)
    statuses.push((await ask(world.server, `${query} # ${at % 2}`, {}, headers)).status)
  expect(statuses.at(0)).toBe(200)
  expect(statuses.at(-1)).toBe(429)
  const admin = await world.person({ platformRole: 'ADMIN' })
  const asked = `{ partnerToken(id: "${id}") { lastUsedAddress usage { requests cost errors } topOperations { name requests } } }`
  const { data } = await ask(world.server, asked, {}, signedIn(admin))
  expect(data).toMatchObject({
    partnerToken: { lastUsedAddress: '127.0.0.1', usage: [{ requests: 4 }], topOperations: [{ name: '' }] },
  })
})

test('a GET with a token carries a tag and is not sent twice; long answers are compressed', async () => {
  for (let at = 0; at < 30; at++)
    await world.workshop({ published: true, title: `A workshop with a long title, number ${at}` })
  const { token } = await giveToken(world)
  const headers = { authorization: `Bearer ${token}` }
  const url = `${world.server.url}?query=${encodeURIComponent('{ publishedWorkshops(first: 50) { edges { node { id title startsOn description venue } } } }')}`
  const first = await fetch(url, { headers })
  const etag = first.headers.get('etag') ?? ''
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  expect(first.headers.get('vary')).toContain('authorization')
  expect(first.headers.get('content-encoding')).toBe('gzip')
  expect(JSON.stringify(await first.json())).toContain('A workshop with a long title, number 29')
  const again = await fetch(url, { headers: { ...headers, 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const plain = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(plain.headers.get('etag')).toBe(etag)
})

test('pages of other origins read nothing, but for those that the token lists', async () => {
  const origin = 'https://data.example.org'
  const { headers } = await giveToken(world, { origins: [origin] })
  const other = await giveToken(world)
  const asking = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  }
  const preflight = (from: string) =>
    fetch(world.server.url, { method: 'OPTIONS', headers: { ...asking, origin: from } })
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull()
  const granted = await preflight(origin)
  expect([granted.status, granted.headers.get('access-control-allow-origin')]).toEqual([204, origin])
  expect(
    (await ask(world.server, LIST, {}, { ...headers, origin })).headers['access-control-allow-origin'],
  ).toBe(origin)
  expect(
    (await ask(world.server, LIST, {}, { ...other.headers, origin })).headers['access-control-allow-origin'],
  ).toBeUndefined()
})

test.each<[string, string]>([
  ['16 aliases', `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(' ')} }`],
  ['7 levels', '{ projects { edges { node { workshops { edges { node { title } } } } } } }'],
  ['1,001 tokens', `{ ${'__typename '.repeat(999)} }`],
  [
    'more than it may cost',
    '{ publishedWorkshops(first: 100) { edges { node { issues(first: 100) { edges { node { id } } } } } } }',
  ],
  ['a fragment that holds itself', '{ ...A } fragment A on Query { ...A }'],
])('what is too much for anybody is too much for a token: %s', async (_, query) => {
  const { headers } = await giveToken(world)
  const { status, errors } = await ask(
    world.server,
    query,
    {},
    { ...headers, accept: 'application/graphql-response+json' },
  )
  expect(status).toBe(400)
  expect(errors?.[0]?.extensions?.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/)
})

test('with a token all 61 audits of GraphQL over HTTP pass', async () => {
  const { headers } = await giveToken(world, { requestsPerMinute: 6_000 })
  const fetchFn: typeof fetch = (url, init) => {
    const all = new Headers(init?.headers)
    all.set('authorization', headers.authorization)
    return fetch(url, { ...init, headers: all })
  }
  const failed = []
  const audits = serverAudits({ url: world.server.url, fetchFn })
  for (const audit of audits) {
    const result = await audit.fn()
    if (result.status !== 'ok') failed.push([audit.id, audit.name, 'reason' in result && result.reason])
  }
  expect(failed).toEqual([])
  expect(audits).toHaveLength(61)
})
