import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import {
  ask,
  type HttpWorld,
  JSON_HEADERS,
  openHttpWorld,
  send,
  signedIn,
} from '#tests/support/http-server.ts'

/** Operations that ask too much or make no sense. They are answered before anything is read or changed. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ')
const PARSE = 'GRAPHQL_PARSE_FAILED'
const VALIDATION = 'GRAPHQL_VALIDATION_FAILED'
const dot = 'castVote(workshopId: "w", optionId: "o") { __typename }'
const tokens = (count: number) =>
  `mutation { mergeIssues(intoId: "i", issueIds: [${times(count - 16, () => '"j"')}]) { __typename } }`
const deep = (levels: number) =>
  `{ ${times(levels - 1, () => 'mergedFrom {')} id ${times(levels - 1, () => '}')} }`
const bomb = (size: number) =>
  `{ ...F0 } ${times(size, (at) => `fragment F${at} on Query { ...F${at + 1} ... { ...F${at + 1} } }`)} fragment F${size} on Query { viewer { id } }`
const introspection = (levels: number) =>
  `{ __schema { types { ${times(levels, () => 'fields { type {')} name ${times(levels, () => '} }')} } } }`

test.each<[string, string, string]>([
  ['a syntax error', PARSE, '{ viewer { id }'],
  ['an unknown field', VALIDATION, '{ viewer { nam } }'],
  ['16 aliases', VALIDATION, `{ ${times(16, (at) => `a${at}: viewer { id }`)} }`],
  ['15 dots in one document', VALIDATION, `mutation { ${times(15, (at) => `a${at}: ${dot}`)} }`],
  ['a dot put and another taken back', VALIDATION, `mutation { ${dot} ${dot.replace('cast', 'withdraw')} }`],
  [
    'a second dot inside of fragments',
    VALIDATION,
    `mutation { a: ${dot} ... { ...F } } fragment F on Mutation { ${dot} }`,
  ],
  ['7 levels', VALIDATION, `{ issue(id: "i") ${deep(6)} }`],
  ['7 levels inside of fragments', VALIDATION, `{ issue(id: "i") { ...F } } fragment F on Issue ${deep(6)}`],
  ['1,001 tokens', PARSE, tokens(1_001)],
  ['51 directives', VALIDATION, `{ ${times(51, () => '... @include(if: true) { __typename }')} }`],
  ['a page of a hundred million', VALIDATION, '{ publishedWorkshops(first: 99999999) { edges { cursor } } }'],
  [
    'pages inside of pages',
    VALIDATION,
    '{ publishedWorkshops(first: 100) { edges { node { issues(first: 100) { edges { cursor } } } } } }',
  ],
  [
    'pages inside of pages, their sizes in variables',
    VALIDATION,
    'query($n: Int!) { publishedWorkshops(first: $n) { edges { node { issues(first: $n) { edges { cursor } } } } } }',
  ],
  [
    'a fragment that holds itself',
    VALIDATION,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
  ['fragments that double 20 times', VALIDATION, bomb(20)],
  ['introspection that goes round in circles', VALIDATION, introspection(4)],
  ['a subscription', VALIDATION, 'subscription { viewer { id } }'],
])('%s is refused as %s, with the status of the media type', async (_, code, query) => {
  const before = await checksum(world.db)
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const answer = await ask(world.server, query, { n: 1 }, { accept })
    expect(answer.status).toBe(status)
    expect(answer.data).toBeUndefined()
    expect(answer.errors?.[0]?.extensions?.code).toBe(code)
    expect(JSON.stringify(answer.errors)).not.toContain('Did you mean')
  }
  expect(await checksum(world.db)).toBe(before)
})

test.each<[string, string]>([
  ['15 aliases', `{ ${times(15, (at) => `a${at}: viewer { id }`)} }`],
  ['6 levels', `{ issue(id: "i") ${deep(5)} }`],
  ['1,000 tokens', tokens(1_000)],
  ['50 directives', `{ ${times(50, () => '... @include(if: true) { __typename }')} }`],
  ['a hundred rows', '{ publishedWorkshops(first: 100) { edges { node { id title } } } }'],
])('what is just within a limit is answered: %s', async (_, query) => {
  const { status, errors = [] } = await ask(world.server, query)
  expect(status).toBe(200)
  const denied = ['NOT_FOUND', 'UNAUTHENTICATED']
  expect(errors.filter(({ extensions }) => !denied.includes(extensions?.code ?? ''))).toEqual([])
})

test('the schema may be read by everybody', async () => {
  const { data, errors } = await ask(
    world.server,
    '{ __schema { queryType { name } types { name fields { name } } } }',
  )
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } })
})

test('ten thousand directives cost one error and no time, and three hundred a handful of errors', async () => {
  const many = `{ viewer ${times(10_000, () => '@a')} { id } }`
  const durations = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    const { errors } = await ask(world.server, many)
    durations.push(performance.now() - start)
    expect(errors).toMatchObject([{ extensions: { code: PARSE } }])
  }
  expect(Math.min(...durations)).toBeLessThan(50)
  const { errors } = await ask(world.server, `{ viewer ${times(300, (at) => `@a${at}`)} { id } }`)
  expect(errors?.length).toBeGreaterThan(0)
  expect(errors?.length).toBeLessThanOrEqual(6)
})

test('stored operations are not offered, and that is said with the status of the media type', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const headers = { ...JSON_HEADERS, accept }
    const answer = await send(world.server, { headers, body: JSON.stringify({ extensions }) })
    expect(answer).toMatchObject({
      status,
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
  }
})

test.each<[string, string, Record<string, unknown>]>([
  [
    'a number over 32 bits',
    'query($v: Int) { publishedWorkshops(first: $v) { totalCount } }',
    { v: 2 ** 31 },
  ],
  ['a missing variable', 'query($v: ID!) { issue(id: $v) { id } }', {}],
  [
    'a wrong value of an enum',
    'query($v: WorkshopFilter) { workshops(filter: $v) { totalCount } }',
    { v: { status: 'GONE' } },
  ],
  ['an object for an id', 'query($v: ID!) { issue(id: $v) { id } }', { v: {} }],
])('variables that do not fit are refused: %s', async (_, query, variables) => {
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const answer = await ask(world.server, query, variables, { accept })
    expect(answer).toMatchObject({ status, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    expect(answer.data).toBeUndefined()
  }
})

test.each<[string, Record<string, unknown>]>([
  ['no rows', { first: 0 }],
  ['fewer than none', { first: -1 }],
  ['more than a hundred', { first: 101 }],
  ['a cursor of another making', { after: 'nope' }],
  [
    'a cursor that holds more than an id',
    { after: Buffer.from(`${crypto.randomUUID()}|2020-01-01|x`).toString('base64url') },
  ],
  [
    'a cursor with a day that is none',
    { after: Buffer.from(`${crypto.randomUUID()}|2020-13-41`).toString('base64url') },
  ],
  [
    'a cursor with a day that the calendar skips',
    { after: Buffer.from(`${crypto.randomUUID()}|2026-02-30`).toString('base64url') },
  ],
  [
    'a cursor with a moment on such a day',
    { after: Buffer.from(`${crypto.randomUUID()}|2026-02-30T00:00:00.000000Z`).toString('base64url') },
  ],
  ['a cursor full of NUL', { after: Buffer.from('\0'.repeat(36)).toString('base64url') }],
])('a page that cannot be is refused with a sentence: %s', async (_, variables) => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  for (const list of ['publishedWorkshops', 'workshops', 'projects', 'staff']) {
    const query = `query($first: Int, $after: String) { ${list}(first: $first, after: $after) { totalCount } }`
    const { errors } = await ask(world.server, query, variables, signedIn(admin))
    expect(errors, list).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  }
})

test('first and last together are no question that this contract knows', async () => {
  const { errors } = await ask(world.server, '{ publishedWorkshops(first: 1, last: 1) { totalCount } }')
  expect(errors).toMatchObject([{ extensions: { code: VALIDATION } }])
})

test('names that every object has by nature are variables like any other', async () => {
  const anna = await world.person()
  const variables =
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "name": "Bea"}'
  const query =
    'mutation($name: String!) { renameViewer(name: $name) { ... on RenameViewerSuccess { viewer { name } } } }'
  const body = `{"query": ${JSON.stringify(query)}, "variables": ${variables}, "__proto__": {"polluted": true}}`
  const answer = await send(world.server, { headers: { ...JSON_HEADERS, ...signedIn(anna) }, body })
  expect(answer).toMatchObject({ status: 200, data: { renameViewer: { viewer: { name: 'Bea' } } } })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
