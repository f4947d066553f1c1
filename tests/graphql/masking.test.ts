import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLError } from 'graphql'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '#db/client.ts'
import { createApolloServer } from '#graphql/apollo.ts'
import { denied } from '#graphql/errors.ts'
import { createExecute } from '#graphql/execute.ts'
import { createKnownDocuments } from '#graphql/known-documents.ts'
import { log } from '#log.ts'
import { type Answer, ask, serve, signedIn, type TestServer } from '#tests/support/http-server.ts'

/** What goes wrong inside reaches the log whole, and the caller as one calm sentence with a number to ask about. */

const SECRET = 'select secret from round_secrets at /srv/app/db.ts'
const FAULTS: Record<string, () => unknown> = {
  throws: () => {
    throw new Error(SECRET)
  },
  rejects: () => Promise.reject(new TypeError(SECRET)),
  throwsText: () => {
    throw SECRET
  },
  throwsNothing: () => Promise.reject(undefined),
  withCause: () => Promise.reject(new Error('outside', { cause: new Error(SECRET) })),
  withoutCode: () => Promise.reject(new GraphQLError(SECRET)),
  withUnknownCode: () =>
    Promise.reject(new GraphQLError(SECRET, { extensions: { code: 'SECRET', secret: SECRET } })),
  pretends: () => Promise.reject(Object.assign(new Error(SECRET), { code: 'NOT_FOUND' })),
  notANumber: () => SECRET,
  missing: () => null,
}

// Without a database: whoever shows a session makes the context fail.
const broken = new Proxy({} as Database, {
  get() {
    throw new Error(SECRET)
  },
})

let server: TestServer
beforeAll(async () => {
  const fields = Object.keys(FAULTS).map((name) => `${name}: Int! denied${name}: Int`)
  const quiet = Object.keys(FAULTS).map((name) => [
    `denied${name}`,
    () => Promise.reject(denied('NOT_FOUND')),
  ])
  const schema = makeExecutableSchema({
    typeDefs: `type Query { at: Fault ${fields[0]} } type Fault { ${fields.join(' ')} }`,
    resolvers: { Query: { at: () => ({}) }, Fault: { ...FAULTS, ...Object.fromEntries(quiet) } },
  })
  const execute = createExecute(schema)
  const known = createKnownDocuments()
  const apollo = createApolloServer(schema, execute, known, { csrfPrevention: true })
  await apollo.start()
  const nothing = () => Promise.reject(new Error('no page is rendered here'))
  const inProcess = { execute: nothing, openFile: nothing }
  const door = { apollo, execute, known, schema }
  server = await serve({ db: broken, ...door, partner: door, inProcess })
})
afterAll(() => server.close())

const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
afterEach(() => logged.mockClear())

function expectCalm({ headers, errors = [] }: Answer): void {
  expect(errors).toHaveLength(1)
  const [error] = errors
  expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: headers['x-request-id'] })
  expect(error?.message).toContain(headers['x-request-id'])
  expect(JSON.stringify(errors)).not.toMatch(/secret|select|\/srv|\.ts|stack|TypeError|Int/)
}

test.each(Object.keys(FAULTS))(
  'a resolver that fails (%s) is answered calmly and logged once, whole',
  async (fault) => {
    const answer = await ask(server, `{ at { ${fault} } }`)
    expect(answer).toMatchObject({ status: 200, data: { at: null }, errors: [{ path: ['at', fault] }] })
    expectCalm(answer)
    expect(logged).toHaveBeenCalledTimes(1)
    const [entry] = logged.mock.calls[0] as unknown as [{ requestId: string; path: string[]; err: unknown }]
    expect(entry).toMatchObject({ requestId: answer.headers['x-request-id'], path: ['at', fault] })
    expect(entry.err).toBeDefined()
  },
)

test('the log holds the message and the cause of what was thrown', async () => {
  await ask(server, '{ at { withCause } }')
  const [entry] = logged.mock.calls[0] as unknown as [{ err: Error }]
  expect(entry.err.message).toBe('outside')
  expect((entry.err.cause as Error).message).toBe(SECRET)
})

test('an expected no keeps its code and sentence, and is no matter for the log', async () => {
  const { errors } = await ask(server, '{ at { deniedthrows } }')
  expect(errors).toMatchObject([{ message: denied('NOT_FOUND').message, extensions: { code: 'NOT_FOUND' } }])
  expect(logged).not.toHaveBeenCalled()
})

test('when it cannot be found out who is asking, the request fails calmly, by POST and by GET', async () => {
  const answer = await ask(server, '{ at { deniedthrows } }', {}, signedIn({ token: 'x' }))
  expect(answer.status).toBe(500)
  expect(answer.data).toBeUndefined()
  expectCalm(answer)
  expect(logged).toHaveBeenCalledTimes(1)
  const [entry] = logged.mock.calls[0] as unknown as [{ requestId: string; err: Error }]
  expect(entry).toMatchObject({ requestId: answer.headers['x-request-id'] })
  expect(entry.err.message).toBe(SECRET)
})

test('when it cannot be found out whose token it is, the request fails as calmly, and nobody learns whether there is one', async () => {
  const authorization = `Bearer qlab_${'a'.repeat(12)}_${'A'.repeat(43)}`
  const answer = await ask(server, '{ at { deniedthrows } }', {}, { authorization })
  expect(answer.status).toBe(500)
  expect(answer.data).toBeUndefined()
  expectCalm(answer)
  const [entry] = logged.mock.calls[0] as unknown as [{ requestId: string; err: Error }]
  expect(entry.err.message).toBe(SECRET)
})
