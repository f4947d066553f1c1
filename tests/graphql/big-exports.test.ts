import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRound } from '#db/queries/tallies.ts'
import { openExports } from '#tests/support/exports.ts'
import { giveToken } from '#tests/support/partners.ts'
import { fillBallots, room } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** A workshop of 300,000 dots is as many rows as it has options. */

let world: World
let get: Awaited<ReturnType<typeof openExports>>
beforeAll(async () => {
  world = await openWorld()
  get = await openExports(world)
})
afterAll(() => world.close())

const VOTERS = 75_000
const DOTS = 4
const OPTIONS = 40

test('the tallies of 300,000 dots are exported from what was written down, and ballots are not touched', async () => {
  const { db } = world
  const { roundId, workshopId } = await room(db, { options: OPTIONS, dots: DOTS })
  await db.transaction(async (tx) => {
    // Nobody casts so many dots in one statement; how long that takes is not what is asked here.
    await tx.execute(sql`set local statement_timeout = 0`)
    const seatIds = Array.from({ length: VOTERS }, (_, at) => String(at))
    await fillBallots(tx, { roundId, seatIds, dots: DOTS })
    await closeRound(tx, roundId)
  })
  await db.execute(sql`update workshops set published_at = now() where id = ${workshopId}`)
  // Whatever asked for a ballot now would fail.
  for (const table of ['ballots', 'dots']) {
    await db.execute(sql.raw(`alter table ${table} rename to ${table}_out_of_reach`))
  }
  const { headers } = await giveToken(world)
  const tallies = await (await get('tallies.json', { headers })).json()
  expect(tallies).toHaveLength(OPTIONS)
  const dots = tallies.map((row: { dots: number }) => row.dots)
  expect(dots.reduce((sum: number, some: number) => sum + some, 0)).toBe(VOTERS * DOTS)
  const [round] = await (await get('rounds.json', { headers })).json()
  expect(round).toMatchObject({ dots: VOTERS * DOTS, ballots: VOTERS })
  for (const file of ['channels.csv', 'reconciliation.csv', 'priorities.csv', 'workshops.csv']) {
    const answer = await get(file, { headers })
    expect([file, answer.status, (await answer.text()).length > 0]).toEqual([file, 200, true])
  }
})
