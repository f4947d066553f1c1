import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { forgetOldUsage } from '#db/queries/partner-usage.ts'
import { log } from '#log.ts'
import { checksum } from '#tests/support/checksum.ts'
import {
  ask,
  type HttpWorld,
  JSON_HEADERS,
  openHttpWorld,
  send,
  signedIn,
} from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { readTable } from '#tests/support/written-tables.ts'

/** Whatever is sent with a token is answered calmly, and what a token reads of a workshop is what the matrix says. */

let world: HttpWorld
let cast: Cast
let tokens: Record<'results' | 'content' | 'elsewhere', GivenToken>
let published: Scene
let draft: Scene
beforeAll(async () => {
  world = await openHttpWorld()
  cast = await openCast(world)
  published = await openScene(world, cast, { published: true })
  draft = await openScene(world, cast)
  const elsewhere = await world.workshop({ published: true })
  tokens = {
    results: await giveToken(world, { scopes: ['RESULTS'] }),
    content: await giveToken(world, { scopes: ['CONTENT'] }),
    elsewhere: await giveToken(world, { workshopIds: [elsewhere.workshop.id] }),
  }
})
afterAll(() => world.close())

const CALLS: Record<string, (scene: Scene) => string> = {
  workshop: ({ workshop }) => `workshop(slug: "${workshop.slug}") { id }`,
  project: ({ project }) => `project(id: "${project.id}") { id }`,
  round: ({ rounds }) => `round(id: "${rounds.closed.id}") { id }`,
  openRound: ({ rounds }) => `round(id: "${rounds.open.id}") { id }`,
  draftRound: ({ rounds }) => `round(id: "${rounds.draft.id}") { id }`,
  issue: ({ issues }) => `issue(id: "${issues.own.id}") { id }`,
  hiddenIssue: ({ issues }) => `issue(id: "${issues.hidden.id}") { id }`,
  statement: ({ statements }) => `statement(id: "${statements.own.id}") { id }`,
  idea: ({ ideas }) => `idea(id: "${ideas.own.id}") { id }`,
  hiddenIdea: ({ ideas }) => `idea(id: "${ideas.hidden.id}") { id }`,
  critique: ({ critiques }) => `critique(id: "${critiques.own.id}") { id }`,
  brief: ({ briefId }) => `brief(id: "${briefId}") { id measures { id } teams { id } }`,
  measure: ({ measure }) => `measure(id: "${measure.id}") { id }`,
  provenance: ({ issues }) => `provenance(kind: ISSUE, id: "${issues.own.id}") { of { id } }`,
  briefChain: ({ briefId }) => `provenance(kind: BRIEF, id: "${briefId}") { of { id } }`,
  similarTo: ({ issues }) => `similarTo(id: "${issues.own.id}") { id }`,
  search: () => 'search(query: "issue") { hasMore }',
  removals: () => 'removals(since: "2017-07-13T00:00:00Z") { totalCount }',
  projects: () => 'projects { totalCount }',
  publishedWorkshops: () => 'publishedWorkshops { totalCount }',
  grant: () =>
    'grant { projects { id } workshops { id } usage { day } topOperations { name } left { cost } }',
  exports: () => 'exports { name url }',
}

// Of a published workshop; of one that is not, and with a token for another, everything that is named is not found.
const MATRIX = `
                      results content
  workshop            ok      ok
  project             ok      ok
  round               ok      ok
  openRound           404     404
  draftRound          404     404
  issue               403     ok
  hiddenIssue         403     404
  statement           403     ok
  idea                403     ok
  hiddenIdea          403     404
  critique            403     ok
  brief               403     ok
  measure             403     ok
  provenance          403     ok
  briefChain          403     ok
  similarTo           403     ok
  search              403     ok
  removals            ok      ok
  projects            ok      ok
  publishedWorkshops  ok      ok
  grant               ok      ok
  exports             ok      ok`
const CODES: Record<string, string[]> = { ok: [], '403': ['FORBIDDEN'], '404': ['NOT_FOUND'] }
const rows = readTable(MATRIX)

async function codesOf(call: string | undefined, { headers }: GivenToken): Promise<unknown[]> {
  const { status, errors = [] } = await ask(world.server, `{ ${call} }`, {}, headers)
  expect(status).toBe(200)
  return errors.map(({ extensions }) => extensions?.code)
}

test.each(rows)(
  '%s: with results:read %s, with content:read %s',
  async (name = '', results = '', content = '') => {
    const call = CALLS[name]
    expect(await codesOf(call?.(published), tokens.results)).toEqual(CODES[results])
    expect(await codesOf(call?.(published), tokens.content)).toEqual(CODES[content])
    const named = call?.(published) !== call?.(draft)
    expect(await codesOf(call?.(draft), tokens.content)).toEqual(named ? ['NOT_FOUND'] : [])
    expect(await codesOf(call?.(published), tokens.elsewhere)).toEqual(named ? ['NOT_FOUND'] : [])
  },
)

// What nobody reads without signing in or a token, also of a published workshop.
const NOT_FOR_EVERYBODY = /^(project|projects|brief|briefChain|measure|hidden.*|removals)$/

test.each(rows)('%s: without a token only what is published for everybody', async (name = '') => {
  const call = CALLS[name]
  const codesOfNobody = async (scene: Scene) => {
    const { errors = [] } = await ask(world.server, `{ ${call?.(scene)} }`)
    return errors.map(({ extensions }) => extensions?.code).join()
  }
  const denied = /^(UNAUTHENTICATED|NOT_FOUND)$/
  expect(await codesOfNobody(published)).toMatch(NOT_FOR_EVERYBODY.test(name) ? denied : /^$/)
  const named = call?.(published) !== call?.(draft)
  if (named) expect(await codesOfNobody(draft)).toMatch(denied)
})

test.each<[string, string, Record<string, unknown>, RegExp]>([
  ['no rows', 'query ($v: Int) { publishedWorkshops(first: $v) { totalCount } }', { v: 0 }, /BAD_USER_INPUT/],
  [
    'too many rows',
    'query ($v: Int) { publishedWorkshops(first: $v) { totalCount } }',
    { v: 99_999_999 },
    /BAD_USER_INPUT/,
  ],
  [
    'a number over 32 bits',
    'query ($v: Int) { publishedWorkshops(first: $v) { totalCount } }',
    { v: 2 ** 31 },
    /BAD_USER_INPUT/,
  ],
  ['a bad cursor', '{ publishedWorkshops(after: "nope") { totalCount } }', {}, /BAD_USER_INPUT/],
  [
    'first and last',
    '{ publishedWorkshops(first: 1, last: 1) { totalCount } }',
    {},
    /GRAPHQL_VALIDATION_FAILED/,
  ],
  ['an id that is none', '{ issue(id: "nope") { id } }', {}, /NOT_FOUND/],
  ['an id of nothing', `{ idea(id: "${v7()}") { id } }`, {}, /NOT_FOUND/],
  ['an id of 10 kB', `{ round(id: "${'x'.repeat(10_000)}") { id } }`, {}, /NOT_FOUND/],
  ['a missing variable', 'query ($v: ID!) { issue(id: $v) { id } }', {}, /BAD_USER_INPUT/],
  [
    'a wrong value of an enum',
    'query ($v: ProvenanceKind!) { provenance(kind: $v, id: "x") { of { id } } }',
    { v: 'GONE' },
    /BAD_USER_INPUT/,
  ],
  [
    'a moment that is none',
    '{ removals(since: "yesterday") { totalCount } }',
    {},
    /GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/,
  ],
  ['an unknown field', '{ publishedWorkshop { id } }', {}, /GRAPHQL_VALIDATION_FAILED/],
])('%s is refused with a code, and nothing is changed', async (_, query, variables, code) => {
  const { headers } = tokens.content
  await ask(world.server, '{ __typename }', {}, headers)
  const { status, errors } = await ask(world.server, query, variables, headers)
  expect(status).toBe(200)
  expect(String(errors?.[0]?.extensions?.code)).toMatch(code)
  expect(JSON.stringify(errors)).not.toMatch(/Did you mean|select|\/work|stack/)
})

test('a resolver that fails is answered to a token with one calm sentence and a number to ask about', async () => {
  const sql = world.db.$client
  await sql`alter table measures rename to measures_gone`
  vi.spyOn(log, 'error').mockImplementationOnce(() => {})
  const asked = await ask(
    world.server,
    `{ measure(id: "${published.measure.id}") { id } }`,
    {},
    tokens.content.headers,
  )
  await sql`alter table measures_gone rename to measures`
  const { status, data, errors, headers } = asked
  expect([status, data]).toEqual([200, { measure: null }])
  expect(errors).toHaveLength(1)
  expect(errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    requestId: headers['x-request-id'],
  })
  expect(JSON.stringify(errors)).not.toMatch(/measures|relation|select|\/work|\.ts/)
})

test('names that every object has by nature are variables like any other', async () => {
  const body =
    '{"query": "{ __typename }", "variables": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}}'
  const headers = { ...JSON_HEADERS, ...tokens.content.headers }
  expect(await send(world.server, { headers, body })).toMatchObject({ status: 200 })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a breakdown by channel is left out outside of the workshop where fewer than five ballots stand behind a part of it', async () => {
  const { closed } = published.rounds
  const sql = world.db.$client
  await sql`delete from channel_totals where round_id = ${closed.id}`
  await sql`insert into channel_totals (round_id, channel, ballots, dots) values (${closed.id}, 'PAPER', 4, 9), (${closed.id}, 'OWN_DEVICE', 40, 90)`
  const query = `{ round(id: "${closed.id}") { result { ballots channels { channel } rows { byChannel { dots } } } } }`
  for (const headers of [tokens.results.headers, {}, signedIn(await world.person())]) {
    const { data } = await ask(world.server, query, {}, headers)
    expect(data).toMatchObject({ round: { result: { ballots: 44, channels: [] } } })
    expect(JSON.stringify(data)).not.toContain('"byChannel":[{')
  }
  const inside = await ask(world.server, query, {}, signedIn(cast.facilitator))
  expect(inside.data).toMatchObject({ round: { result: { channels: [{}, {}] } } })
  await sql`update channel_totals set ballots = 5 where round_id = ${closed.id} and channel = 'PAPER'`
  const more = await ask(world.server, query, {}, tokens.results.headers)
  expect(more.data).toMatchObject({ round: { result: { channels: [{}, {}] } } })
  await sql`update channel_totals set ballots = null where round_id = ${closed.id} and channel = 'PAPER'`
  const uncounted = await ask(world.server, query, {}, tokens.results.headers)
  expect(uncounted.data).toMatchObject({ round: { result: { channels: [] } } })
})

test('what was asked long ago is forgotten', async () => {
  const { id } = await giveToken(world)
  const sql = world.db.$client
  await sql`insert into partner_usage (token_id, minute, requests) values (${id}, now() - interval '91 days', 1), (${id}, now() - interval '89 days', 1)`
  await sql`insert into partner_operations (token_id, day, name) values (${id}, current_date - 91, 'Old'), (${id}, current_date - 89, 'New')`
  const before = await checksum(world.db)
  await forgetOldUsage(world.db)
  expect(await checksum(world.db)).not.toBe(before)
  const left =
    await sql`select count(*)::int as n from partner_usage where token_id = ${id} union all select count(*)::int from partner_operations where token_id = ${id}`
  expect(left.map(({ n }) => n)).toEqual([1, 1])
})
