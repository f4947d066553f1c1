import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consumeSignInLink, consumeWrongRoomCode } from '#db/rate-limits.ts'
import { rateLimits } from '#db/schema/rate-limits.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  Object.assign(globalThis, { qlabConnection: database })
})
afterAll(() => database.close())

test('B43 twenty wrong room codes pass in a minute, also all at once, and then none', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, consumeWrongRoomCode))
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(20)
  const refused = answers.find(({ allowed }) => !allowed)
  expect(refused?.retryAfterSeconds).toBeGreaterThanOrEqual(1)
  expect(refused?.retryAfterSeconds).toBeLessThanOrEqual(60)
})

test('when the time is over the count starts again', async () => {
  await database.db.update(rateLimits).set({ expire: sql`now() - interval '1 second'` })
  expect(await consumeWrongRoomCode()).toEqual({ allowed: true, retryAfterSeconds: 0 })
})

test('three links go to one address in ten minutes, and other addresses have their own three', async () => {
  const answers = [1, 2, 3, 4].map(() => consumeSignInLink('anna@example.org'))
  expect((await Promise.all(answers)).filter(({ allowed }) => allowed)).toHaveLength(3)
  expect(await consumeSignInLink('bea@example.org')).toEqual({ allowed: true, retryAfterSeconds: 0 })
})

test('the counters hold no address', async () => {
  const kept = JSON.stringify(await database.db.select().from(rateLimits))
  expect(kept).not.toContain('@')
})
