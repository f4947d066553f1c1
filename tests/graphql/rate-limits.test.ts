import { like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consumeRoomCode, consumeSignInLink, networkOf, rewardRoomCode } from '#db/rate-limits.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  Object.assign(globalThis, { qlabConnection: database })
})
afterAll(() => database.close())

test('B43 a network tries 120 room codes in an hour, also all at once, and then none from any of its addresses', async () => {
  const from = (address: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => consumeRoomCode(address)))
  const answers = await from('192.0.2.1', 130)
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(120)
  const refused = answers.find(({ allowed }) => !allowed)
  expect(refused?.retryAfterSeconds).toBeGreaterThan(3_500)
  expect(refused?.retryAfterSeconds).toBeLessThanOrEqual(3_600)
  expect((await consumeRoomCode('::ffff:192.0.2.254')).allowed).toBe(false)
  expect((await consumeRoomCode('192.0.3.1')).allowed).toBe(true)
  await from('198.51.100.1', 120)
  await rewardRoomCode('198.51.100.2')
  expect((await consumeRoomCode('198.51.100.3')).allowed).toBe(true)
  expect((await consumeRoomCode('198.51.100.3')).allowed).toBe(false)
})

test('all networks together try 360 room codes in an hour, and who is refused by that has lost none of their own', async () => {
  await database.db.delete(rateLimits)
  const network = (at: number) => `2001:db8:0:${at}::${at}`
  const tries = (at: number) => Promise.all(Array.from({ length: 100 }, () => consumeRoomCode(network(at))))
  const allowed = (await Promise.all([1, 2, 3, 4].map(tries))).flat().filter(({ allowed }) => allowed)
  expect(allowed).toHaveLength(360)
  expect((await consumeRoomCode(network(5))).allowed).toBe(false)
  const [own] = await database.db
    .select()
    .from(rateLimits)
    .where(like(rateLimits.key, `%${networkOf(network(5))}`))
  expect(own?.points).toBe(0)
})

test('one caller is a /24 of IPv4 and a /64 of IPv6', () => {
  expect(networkOf('192.0.2.77')).toBe(networkOf('::ffff:192.0.2.1'))
  expect(networkOf('2001:db8::1')).toBe(networkOf('2001:db8:0:0:ffff::2'))
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'))
  expect(networkOf('nonsense')).toBe('unknown')
})

test('when the time is over the count starts again', async () => {
  await database.db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` })
  expect(await consumeRoomCode('192.0.2.1')).toEqual({ allowed: true, retryAfterSeconds: 0 })
})

test('three links go to one address in ten minutes, and other addresses have their own three', async () => {
  const sender = { address: '203.0.113.1', known: true }
  const answers = [1, 2, 3, 4].map(() => consumeSignInLink('anna@example.org', sender))
  expect((await Promise.all(answers)).filter(({ allowed }) => allowed)).toHaveLength(3)
  expect(await consumeSignInLink('bea@example.org', sender)).toEqual({ allowed: true, retryAfterSeconds: 0 })
})

test('a network has mails sent to 20 strangers in an hour, and a room of 80 people who are known never notices', async () => {
  const send = (known: boolean, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        consumeSignInLink(`${known}-${at}@example.org`, { address: `198.18.0.${at}`, known }),
      ),
    )
  const cannon = await send(false, 60)
  expect(cannon.filter(({ allowed }) => allowed)).toHaveLength(20)
  const room = await send(true, 80)
  expect(room.every(({ allowed }) => allowed)).toBe(true)
})

test('the counters hold no address', async () => {
  const kept = JSON.stringify(await database.db.select().from(rateLimits))
  expect(kept).not.toContain('@')
})
