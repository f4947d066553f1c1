import { eq } from 'drizzle-orm'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { issues } from '#db/schema/issues.ts'
import { options } from '#db/schema/rounds.ts'
import { workshops } from '#db/schema/workshops.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

vi.mock('server-only', () => ({}))

/** What other websites get of a workshop: the route itself, on the whole server, as nobody. */

const VIEWS = ['results', 'progress', 'results.svg', 'results.png'] as const
type View = (typeof VIEWS)[number]

let world: World
let GET: typeof import('#app/embed/workshops/[slug]/[view]/route.ts').GET
beforeAll(async () => {
  world = await openWorld()
  globalThis.qlab = (await createGraphqlServer(world.db)).inProcess
  ;({ GET } = await import('#app/embed/workshops/[slug]/[view]/route.ts'))
})
afterAll(async () => {
  globalThis.qlab = undefined
  await world.close()
})

type Extra = { search?: string; headers?: Record<string, string> }

function open(room: VotingRoom, view: string, { search = '', headers = {} }: Extra = {}): Promise<Response> {
  const { slug } = room.workshop
  const request = new Request(`http://lab.test/embed/workshops/${slug}/${view}${search}`, { headers })
  return GET(request, { params: Promise.resolve({ slug, view }) })
}

/** A published workshop in which the first two issues tie at two votes and the third has one. */
async function voted(given: { hidden?: boolean } = {}): Promise<VotingRoom> {
  const room = await votingRoom(world, { voters: 2, issues: 5, select: 1, published: true, ...given })
  for (const [voter, issue] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [1, 2],
  ] as const)
    await room.cast(voter, issue)
  return room
}

async function closed(): Promise<VotingRoom> {
  const room = await voted()
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  return room
}

const list = (room: VotingRoom, origins: string[], as = room.facilitator) =>
  world.run<{ done: { code?: string; field?: string; workshop?: { embedOrigins: string[] } } }>(
    `mutation ($workshopId: ID!, $origins: [String!]!) { done: setEmbedOrigins(workshopId: $workshopId, origins: $origins) {
      ... on WorkshopSuccess { workshop { embedOrigins } } ... on Refusal { code field } } }`,
    { workshopId: room.workshopId, origins },
    as,
  )

const ancestorsOf = (response: Response) =>
  response.headers
    .get('content-security-policy')
    ?.split('; ')
    .filter((directive) => directive.startsWith('frame-ancestors'))

test('a page is framed by exactly those who are listed, and by nobody before', async () => {
  const room = await closed()
  const all = async () => {
    const answers = await Promise.all(VIEWS.map((view) => open(room, view)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const told = answers.flatMap(ancestorsOf)
    expect(new Set(told).size).toBe(1)
    return told[0]
  }
  expect(await all()).toBe("frame-ancestors 'none'")
  await list(room, ['https://a.example'])
  expect(await all()).toBe('frame-ancestors https://a.example')
  await list(room, ['https://a.example', 'https://b.example:8443'])
  expect(await all()).toBe('frame-ancestors https://a.example https://b.example:8443')
  await list(room, [])
  expect(await all()).toBe("frame-ancestors 'none'")
})

test('a hostile origin is refused and the list stays as it was', async () => {
  const room = await closed()
  await list(room, ['https://a.example'])
  for (const origin of ['*', 'https://a.example; script-src *', 'http://a.example', 'https://a.example/x']) {
    const { data } = await list(room, ['https://b.example', origin])
    expect(data.done).toEqual({ code: 'BAD_USER_INPUT', field: 'origins' })
  }
  expect(ancestorsOf(await open(room, 'results'))).toEqual(['frame-ancestors https://a.example'])
})

test('what is not published, deleted or unknown is not there for other websites', async () => {
  const room = await closed()
  const missing = async () => {
    for (const view of VIEWS) {
      // The facilitator's own cookie changes nothing: no session is read.
      const headers = { cookie: `qlab.session=${room.facilitator.token}` }
      const response = await open(room, view, { headers })
      expect([view, response.status, ancestorsOf(response)]).toEqual([view, 404, ["frame-ancestors 'none'"]])
      expect(await response.text()).not.toContain(room.workshop.title)
    }
  }
  expect((await open(room, 'issues')).status).toBe(404)
  expect((await open(room, '__proto__')).status).toBe(404)
  await world.db.update(workshops).set({ publishedAt: null }).where(eq(workshops.id, room.workshopId))
  await missing()
  await world.db
    .update(workshops)
    .set({ publishedAt: new Date(), deletedAt: new Date() })
    .where(eq(workshops.id, room.workshopId))
  await missing()
})

test('while a round is open nothing of its count is in page, image or words, hidden or not', async () => {
  for (const hidden of [true, false]) {
    const room = await voted({ hidden })
    for (const view of ['results', 'results.svg', 'progress'] as const) {
      const text = await (await open(room, view)).text()
      expect(text).not.toMatch(/Issue \d|\d votes?\b/)
    }
    expect(await (await open(room, 'results')).text()).toContain('No vote has closed yet')
  }
})

test('the page of results says ranks, ties, the cut and the count, in a table without script', async () => {
  const room = await closed()
  const text = await (await open(room, 'results', { search: '?theme=dark' })).text()
  const { document } = parseHTML(text)
  expect(document.documentElement.getAttribute('data-theme')).toBe('dark')
  expect(document.querySelectorAll('script, [onclick], [style], link').length).toBe(0)
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    row.textContent?.replace(/\s+/g, ' ').trim(),
  )
  expect(rows.slice(0, 4)).toEqual([
    'Cut line: the next 2 tie for the last of 1 place',
    '1= Issue 1 2 votes40%',
    '1= Issue 2 2 votes40%',
    '3 Issue 3 1 vote20%',
  ])
  expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('target'))).toEqual(['_top'])
  expect(text).toContain('How the count adds up')
})

test('words of people stay words in page and image', async () => {
  const room = await closed()
  const hostile = `</title><script>alert("1")</script> & ' ]]>`
  await world.db.update(workshops).set({ title: hostile }).where(eq(workshops.id, room.workshopId))
  await world.db.update(options).set({ title: hostile }).where(eq(options.roundId, room.roundId))
  await world.db.update(issues).set({ title: hostile }).where(eq(issues.workshopId, room.workshopId))
  for (const view of ['results', 'results.svg', 'progress'] as const) {
    const text = await (await open(room, view)).text()
    expect(text).not.toContain('<script')
    expect(text).toContain('&lt;script&gt;')
  }
})

test('the image says in words what it shows, and comes as PNG in the width that was asked', async () => {
  const room = await closed()
  const svg = await open(room, 'results.svg', { search: '?width=1200' })
  expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  const { document } = parseHTML(await svg.text())
  expect(document.querySelector('svg')?.getAttribute('aria-labelledby')).toBe('title desc')
  expect(document.querySelector('#title')?.textContent).toBe(`Results: ${room.workshop.title}`)
  expect(document.querySelector('#desc')?.textContent).toContain(
    '1=: Issue 1, 2 votes. 1=: Issue 2, 2 votes.',
  )
  const png = await open(room, 'results.png', { search: '?width=1200' })
  expect(png.headers.get('content-type')).toBe('image/png')
  const bytes = Buffer.from(await png.arrayBuffer())
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect(bytes.readUInt32BE(16)).toBe(1200)
  const widest = await open(room, 'results.png', { search: '?width=100000' })
  expect(Buffer.from(await widest.arrayBuffer()).readUInt32BE(16)).toBe(1600)
})

test('an image is kept for five minutes and known by its tag; the tag changes with the list', async () => {
  const room = await closed()
  const first = await open(room, 'results.png')
  expect(first.headers.get('cache-control')).toBe('public, max-age=300')
  const tag = first.headers.get('etag') ?? ''
  const known = (view: View, etag: string) => open(room, view, { headers: { 'if-none-match': `W/${etag}` } })
  expect((await known('results.png', tag)).status).toBe(304)
  expect((await known('results.svg', tag)).status).toBe(200)
  await list(room, ['https://a.example'])
  const changed = await known('results.png', tag)
  expect([changed.status, ancestorsOf(changed)]).toEqual([200, ['frame-ancestors https://a.example']])
})
