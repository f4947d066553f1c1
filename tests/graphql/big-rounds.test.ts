import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { closeRound } from '#db/queries/tallies.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { count, fillBallots, room } from '#tests/support/room.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const VOTERS = 20_000
const DOTS = 4

/** Fills every ballot of a new round, and tells statistics nothing of it. */
async function votedRound(voters: number): Promise<string> {
  const { db } = database
  const { roundId, seatIds } = await room(db, { voters, options: 40, dots: DOTS })
  await fillBallots(db, { roundId, seatIds, dots: DOTS })
  return roundId
}

test('a round of 80,000 dots of which statistics know nothing closes with each statement within its time', async () => {
  const { db } = database
  await db.execute(sql`alter table ballots set (autovacuum_enabled = false)`)
  await db.execute(sql`alter table dots set (autovacuum_enabled = false)`)
  for (const voters of [60, 60, 60]) await votedRound(voters)
  await db.execute(sql`analyze ballots, dots`)
  const roundId = await votedRound(VOTERS)
  // With the limits of the product's pool: a join planned from such statistics takes minutes.
  const product = connect(database.url, { pool: 1 })
  await product.db.transaction((tx) => closeRound(tx, roundId))
  await product.close()
  expect(await count(db, sql`select sum(dots) from tallies where round_id = ${roundId}`)).toBe(VOTERS * DOTS)
  expect(await count(db, sql`select ballot_dots from rounds where id = ${roundId}`)).toBe(VOTERS * DOTS)
  expect(await count(db, sql`select ballots from channel_totals where round_id = ${roundId}`)).toBe(VOTERS)
})
