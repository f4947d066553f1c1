import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import {
  type Answer,
  ask,
  type HttpWorld,
  JSON_HEADERS,
  openHttpWorld,
  type Question,
  send,
  signedIn,
} from '#tests/support/http-server.ts'

/** What is refused before GraphQL begins. Every request here carries a session and would change a name if it ran. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const RENAME = 'mutation { renameViewer(name: "Somebody else") { __typename } }'
const BODY = JSON.stringify({ query: RENAME })
const PREFLIGHT = { 'apollo-require-preflight': '1' }
const search = (query: string) => `?query=${encodeURIComponent(query)}`

async function sendAndChangeNothing(question: Question): Promise<Answer> {
  const anna = await world.person()
  const before = await checksum(world.db)
  const headers = { ...signedIn(anna), ...question.headers }
  const answer = await send(world.server, { ...question, headers })
  expect(await checksum(world.db)).toBe(before)
  return answer
}

test('the request of these tests changes a name when nothing is wrong with it', async () => {
  const anna = await world.person()
  const before = await checksum(world.db)
  const answer = await send(world.server, { headers: { ...JSON_HEADERS, ...signedIn(anna) }, body: BODY })
  expect(answer).toMatchObject({ status: 200, data: { renameViewer: { __typename: 'RenameViewerSuccess' } } })
  expect(await checksum(world.db)).not.toBe(before)
})

const json = (body: unknown): Question => ({
  headers: JSON_HEADERS,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const typed = (type: string): Question => ({ headers: { 'content-type': type }, body: BODY })
const two = 'query A { viewer { id } } query B { viewer { id } }'

test.each<[string, number, string, Question]>([
  ['a body that is not JSON', 400, 'BAD_REQUEST', json('{"query":')],
  ['an empty body', 400, 'BAD_REQUEST', json('')],
  ['an empty object', 400, 'BAD_REQUEST', json('{}')],
  ['null', 400, 'BAD_REQUEST', json('null')],
  ['a text', 400, 'BAD_REQUEST', json('"{_}"')],
  ['a query that is a number', 400, 'BAD_REQUEST', json({ query: 1 })],
  ['an empty query', 400, 'BAD_REQUEST', json({ query: '' })],
  ['variables that are a text', 400, 'BAD_REQUEST', json({ query: RENAME, variables: '{}' })],
  ['variables that are a list', 400, 'BAD_REQUEST', json({ query: RENAME, variables: [] })],
  ['an unknown operation', 400, 'OPERATION_RESOLUTION_FAILURE', json({ query: two, operationName: 'C' })],
  [
    'an operation that is called otherwise',
    400,
    'OPERATION_RESOLUTION_FAILURE',
    json({ query: RENAME, operationName: 'C' }),
  ],
  ['two operations and no name', 400, 'OPERATION_RESOLUTION_FAILURE', json({ query: two })],
  ['two requests in one', 400, 'BAD_REQUEST', json([{ query: RENAME }, { query: RENAME }])],
  ['plain text', 400, 'BAD_REQUEST', typed('text/plain')],
  ['a form', 400, 'BAD_REQUEST', typed('application/x-www-form-urlencoded')],
  ['a form with files', 400, 'BAD_REQUEST', typed('multipart/form-data; boundary=x')],
  ['no content type', 400, 'BAD_REQUEST', { body: BODY }],
  ['a content type that is none', 400, 'BAD_REQUEST', typed('json')],
  ['a GET as pictures send it', 400, 'BAD_REQUEST', { method: 'GET', search: search('{ viewer { id } }') }],
  [
    'a GET with a content type',
    415,
    'BAD_REQUEST',
    { method: 'GET', search: search(RENAME), headers: { 'content-type': 'text/plain', ...PREFLIGHT } },
  ],
  ['a mutation by GET', 405, 'BAD_REQUEST', { method: 'GET', search: search(RENAME), headers: PREFLIGHT }],
])('%s is refused with %i %s and changes nothing', async (_, status, code, question) => {
  const answer = await sendAndChangeNothing(question)
  expect(answer.status).toBe(status)
  expect(answer.errors).toMatchObject([{ extensions: { code } }])
  expect(answer.data).toBeUndefined()
})

test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s is no way to ask', async (method) => {
  const answer = await sendAndChangeNothing({ method, headers: JSON_HEADERS, body: BODY })
  expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] })
  expect(answer.headers.allow).toBe('GET, POST')
})

test.each([
  'text/html',
  'image/*',
  'application/xml, text/*;q=0.5',
  'application/json;q=0',
  'multipart/mixed',
])('who accepts only %s is refused before anything is done', async (accept) => {
  const answer = await sendAndChangeNothing({ headers: { ...JSON_HEADERS, accept }, body: BODY })
  expect(answer).toMatchObject({ status: 406, errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
})

test.each([
  ['text/html, */*;q=0.1', 'application/json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json, application/graphql-response+json', 'application/json'],
  ['APPLICATION/JSON; charset=utf-8', 'application/json'],
])('who accepts %s gets %s', async (accept, type) => {
  const answer = await ask(world.server, '{ viewer { id } }', {}, { accept })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toMatch(`${type}; charset=utf-8`)
})

test('a page of another site is not let in: no preflight is granted and no answer is shared', async () => {
  const origin = 'https://evil.example'
  const preflight = await sendAndChangeNothing({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  })
  expect(preflight.status).toBe(405)
  const anna = await world.person()
  const answer = await ask(world.server, '{ viewer { id } }', {}, { origin, ...signedIn(anna) })
  for (const { headers } of [preflight, answer]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})

test('a query may come by GET from a program that says it is none of a page', async () => {
  const answer = await send(world.server, {
    method: 'GET',
    search: search('{ viewer { id } }'),
    headers: PREFLIGHT,
  })
  expect(answer).toMatchObject({ status: 200, data: { viewer: null } })
})

test('every answer has a number to ask about, is kept by nobody and tells nothing of the software', async () => {
  for (const question of [json({ query: '{ viewer { id } }' }), json('{'), { method: 'PUT' }]) {
    const { headers } = await send(world.server, question)
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-powered-by']).toBeUndefined()
  }
})
