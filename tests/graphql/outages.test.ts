import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type ConnectOptions, connect } from '#db/client.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { log } from '#log.ts'
import { checksum } from '#tests/support/checksum.ts'
import {
  type Answer,
  ask,
  JSON_HEADERS,
  serve,
  signedIn,
  type TestServer,
} from '#tests/support/http-server.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Trouble that passes by itself has a name, a time to come back, and leaves nothing half done. */

let world: World
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  world = await openWorld()
})
afterAll(async () => {
  for (const close of closing) await close()
  await world.close()
})

const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
afterEach(() => logged.mockClear())

/** The endpoint on a pool of its own. */
async function serveOn(url: string, options: ConnectOptions = {}): Promise<TestServer> {
  const { db, close } = connect(url, { pool: 2, ...options })
  const server = await serve(await createGraphqlServer(db))
  closing.unshift(server.close, close)
  return server
}

// Waiting ends with the thing waited for; this only bounds it on a busy machine.
const PATIENCE = { timeout: 15_000 }

const RENAME = 'mutation { renameViewer(name: "Somebody else") { __typename } }'

function expectTrouble(answer: Answer, code: string): void {
  expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code } }] })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(answer.errors?.[0]?.extensions?.requestId).toBe(answer.headers['x-request-id'])
  const told = answer.errors?.map(({ message }) => message).join(' ')
  expect(told).not.toMatch(/update|people|statement|lock|canceling|5\d{4}|ECONN/i)
}

/** Runs while somebody else holds a person's row. */
async function whileLocked<T>(personId: string, work: () => Promise<T>): Promise<T> {
  return world.db.transaction(async (tx) => {
    await tx.execute(`select from people where id = '${personId}' for update`)
    return work()
  })
}

test.each<[string, ConnectOptions]>([
  ['a lock that others keep', { lockTimeout: 100 }],
  ['a statement that takes too long', { lockTimeout: 0, statementTimeout: 100 }],
])('%s is given up in time, and nothing was changed', async (_, options) => {
  const anna = await world.person()
  const server = await serveOn(world.url, options)
  const before = await checksum(world.db)
  const answer = await whileLocked(anna.id, () => ask(server, RENAME, {}, signedIn(anna)))
  expectTrouble(answer, 'TIMEOUT')
  expect(await checksum(world.db)).toBe(before)
  expect(logged).toHaveBeenCalledTimes(1)
  expect(await ask(server, RENAME, {}, signedIn(anna))).toMatchObject({ status: 200 })
})

test('a database that cannot be reached is said so, before and after it is known who asks', async () => {
  const server = await serveOn('postgres://nobody@127.0.0.1:9/nothing')
  expectTrouble(await ask(server, '{ viewer { id } }', {}, signedIn({ token: 'x' })), 'SERVICE_UNAVAILABLE')
  expectTrouble(await ask(server, '{ publishedWorkshops { totalCount } }'), 'SERVICE_UNAVAILABLE')
})

test('a database without a free connection is said so', async () => {
  const name = new URL(world.url).pathname.slice(1)
  const server = await serveOn(world.url)
  await world.db.$client.unsafe(`alter database ${name} connection limit 0`)
  expectTrouble(await ask(server, '{ publishedWorkshops { totalCount } }'), 'SERVICE_UNAVAILABLE')
  await world.db.$client.unsafe(`alter database ${name} connection limit -1`)
  expect(await ask(server, '{ publishedWorkshops { totalCount } }')).toMatchObject({ status: 200 })
})

test('connections that break in the middle of requests cost those requests, and the next ones are served', async () => {
  const server = await serveOn(world.url, { applicationName: 'to-be-broken' })
  const anna = await world.person()
  const asking = await whileLocked(anna.id, async () => {
    const renaming = ask(server, RENAME, {}, signedIn(anna))
    await vi.waitFor(async () => {
      const waiting = await world.db.$client`
        select from pg_stat_activity where application_name = 'to-be-broken' and wait_event_type = 'Lock'`
      expect(waiting).toHaveLength(1)
    }, PATIENCE)
    await world.db.$client`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-broken'`
    return renaming
  })
  expectTrouble(asking, 'SERVICE_UNAVAILABLE')
  await vi.waitFor(async () => {
    expect(await ask(server, RENAME, {}, signedIn(anna))).toMatchObject({ status: 200 })
  }, PATIENCE)
})

test('a phone that loses its wifi while it sends is no fault for the log', async () => {
  const server = await serveOn(world.url)
  const headers = { ...JSON_HEADERS, 'content-length': 1000, expect: '100-continue' }
  const sent = request(server.url, { method: 'POST', headers })
  sent.on('error', () => {})
  sent.flushHeaders()
  await once(sent, 'continue')
  await new Promise((resolve) => sent.write('{"query":', resolve))
  const closed = new Promise((resolve) => sent.on('close', resolve))
  sent.destroy()
  await closed
  expect(await ask(server, '{ viewer { id } }')).toMatchObject({ status: 200 })
  expect(logged).not.toHaveBeenCalled()
})
