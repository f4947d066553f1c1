import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type HttpWorld, JSON_HEADERS, openHttpWorld, send } from '#tests/support/http-server.ts'

/** A document that was let through once skips Apollo from then on. Nobody may notice. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const NODES = 'query Page($first: Int) { publishedWorkshops(first: $first) { edges { node { id title } } } }'
const TWO = `${NODES} query Who { viewer { id } }`
const GRAPHQL_RESPONSE = { accept: 'application/graphql-response+json' }

test.each<[string, { query: string } & Record<string, unknown>, Record<string, string>?]>([
  ['with variables', { query: NODES, variables: { first: 2 } }],
  ['without variables', { query: NODES, variables: null, operationName: null, extensions: null }],
  ['with what clients say of themselves', { query: NODES, extensions: { clientLibrary: { name: 'x' } } }],
  ['by the newer media type', { query: NODES, variables: { first: 1 } }, GRAPHQL_RESPONSE],
  ['one of two operations', { query: TWO, operationName: 'Who' }],
  ['without saying which of two', { query: TWO }],
  ['an operation that is not there', { query: TWO, operationName: 'Nobody' }],
  ['with an error and no data for a field', { query: NODES, variables: { first: 1_000 } }],
  ['variables that do not fit', { query: NODES, variables: { first: 'ten' } }],
  [
    'variables that do not fit, by the newer type',
    { query: NODES, variables: { first: [] } },
    GRAPHQL_RESPONSE,
  ],
  ['variables that are no object', { query: NODES, variables: [1] }],
  ['variables as text', { query: NODES, variables: '{}' }],
  ['a name that is no text', { query: NODES, operationName: 1 }],
  ['extensions that are no object', { query: NODES, extensions: [] }],
  ['a persisted query', { query: NODES, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
])(
  '%s: the answer is the same once the document is known',
  async (name, { query, ...rest }, headers = {}) => {
    const text = `${query} # ${name}`
    const ask = (body: object, more = {}) =>
      send(world.server, { headers: { ...JSON_HEADERS, ...more }, body: JSON.stringify(body) })
    const fresh = comparable(await ask({ query: text, ...rest }, headers))
    await ask({ query: text, operationName: query === TWO ? 'Who' : undefined })
    expect(comparable(await ask({ query: text, ...rest }, headers))).toEqual(fresh)
  },
)

/** An answer without what is different each time. */
function comparable({ headers, ...answer }: Answer): unknown {
  const { 'x-request-id': requestId, date, ...same } = headers
  return JSON.parse(JSON.stringify({ ...answer, headers: same }).replaceAll(String(requestId), 'its number'))
}

test('a mutation that is known is still no matter for GET', async () => {
  const query = 'mutation Rename { renameViewer(name: "Anna") { __typename } }'
  await send(world.server, { headers: JSON_HEADERS, body: JSON.stringify({ query }) })
  const search = `?query=${encodeURIComponent(query)}`
  const headers = { 'apollo-require-preflight': '1' }
  expect(await send(world.server, { method: 'GET', search, headers })).toMatchObject({ status: 405 })
})
