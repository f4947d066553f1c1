import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { closeRound } from '#db/queries/tallies.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { count, room } from '#tests/support/room.ts'

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
  const { roundId, workshopId } = await room(db, { voters, options: 40, dots: DOTS })
  await db.execute(sql`
    insert into ballots (round_id, voter, channel, used, allowance)
    select ${roundId}, voter_key(${roundId}, s.id), 'OWN_DEVICE', ${DOTS}, ${DOTS} from seats s where s.workshop_id = ${workshopId}`)
  await db.execute(sql`
    insert into dots (round_id, voter, option_id)
    select b.round_id, b.voter, o.id
    from (select b.*, row_number() over () as n from ballots b where b.round_id = ${roundId}) b
      join options o on o.round_id = b.round_id and (o.position + b.n) % 10 = 0`)
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
  expect(await count(db, sql`select count(*) from counted_ballots where round_id = ${roundId}`)).toBe(VOTERS)
})
