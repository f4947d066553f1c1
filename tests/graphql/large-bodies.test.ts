import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type HttpWorld, JSON_HEADERS, openHttpWorld, send } from '#tests/support/http-server.ts'

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const LIMIT = 100_000
const MEGABYTE = 1_000_000
const TOO_LARGE = { status: 413, errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] }
const query = JSON.stringify({ query: '{ viewer { id } }' })

test('a body of exactly the limit is read', async () => {
  const answer = await send(world.server, { headers: JSON_HEADERS, body: query.padEnd(LIMIT) })
  expect(answer).toMatchObject({ status: 200, data: { viewer: null } })
})

test('one byte more is refused, and so is a limit full of letters of two bytes', async () => {
  const before = await checksum(world.db)
  expect(await send(world.server, { headers: JSON_HEADERS, body: query.padEnd(LIMIT + 1) })).toMatchObject(
    TOO_LARGE,
  )
  expect(await send(world.server, { headers: JSON_HEADERS, body: query.padEnd(LIMIT, 'é') })).toMatchObject(
    TOO_LARGE,
  )
  expect(await checksum(world.db)).toBe(before)
})

test('one byte more without a length is refused when it comes', async () => {
  const body = [Buffer.from(query.padEnd(LIMIT)), Buffer.from(' ')]
  expect(await send(world.server, { headers: JSON_HEADERS, body })).toMatchObject(TOO_LARGE)
})

test('eleven megabytes are refused by what they announce', async () => {
  const body = Buffer.alloc(11 * MEGABYTE, ' ')
  const headers = { ...JSON_HEADERS, 'content-length': body.length }
  const answer = await send(world.server, { headers, body })
  expect(answer).toMatchObject(TOO_LARGE)
  expect(answer.headers.connection).toBe('close')
})

test('a length that lies is not believed', async () => {
  const body = [Buffer.alloc(MEGABYTE, ' ')]
  const headers = { ...JSON_HEADERS, 'content-length': MEGABYTE }
  expect(await send(world.server, { headers, body })).toMatchObject(TOO_LARGE)
})

test('a body without an end is left unread, and memory stays flat', async () => {
  const piece = Buffer.alloc(65_536, ' ')
  let taken = 0
  let most = 0
  function* endless() {
    for (; taken < 1_000 * MEGABYTE; taken += piece.length) {
      most = Math.max(most, process.memoryUsage().rss)
      yield piece
    }
  }
  const before = process.memoryUsage().rss
  for (let times = 0; times < 10; times++) {
    expect(await send(world.server, { headers: JSON_HEADERS, body: endless() })).toMatchObject(TOO_LARGE)
  }
  expect(taken).toBeLessThan(200 * MEGABYTE)
  expect(most - before).toBeLessThan(50 * MEGABYTE)
})
