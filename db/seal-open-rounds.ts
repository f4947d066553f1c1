import { sql } from 'drizzle-orm'
import type { Channel } from '#domain/votes.ts'
import { createBallotKey } from './ballot-keys.ts'
import { voterOf } from './ballot-seals.ts'
import type { Database } from './client.ts'
import { insertBallots } from './queries/ballots.ts'

type Unsealed = {
  roundId: string
  voter: Buffer
  channel: Channel
  allowance: number
  seatId: string | null
  positions: number[]
}

/**
 * Seals the votes that were under way as this version was installed: a migration put them aside, readable, because no key may
 * be known to the database. Ballots from files keep their names, whose voters nobody knows any more.
 */
export async function sealOpenRounds(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [found] = await tx.execute<{ name: string | null }>(
      sql`select to_regclass('unsealed_ballots')::text as name`,
    )
    if (found?.name == null) return
    const open = await tx.execute<{ id: string }>(sql`select id from rounds where state = 'OPEN'`)
    for (const { id: roundId } of open) {
      const key = await createBallotKey(roundId)
      const rows = await tx.execute<Unsealed>(sql`
        select round_id as "roundId", voter, channel, allowance, seat_id as "seatId", positions
        from unsealed_ballots where round_id = ${roundId}`)
      for (const { channel, allowance, voter, seatId, positions } of rows) {
        const ballot = { voter: seatId === null ? voter : voterOf(key, seatId), positions }
        await insertBallots(tx, { id: roundId, dotsPerVoter: allowance, channel }, key, [ballot])
      }
    }
    await tx.execute(sql`drop table unsealed_ballots`)
  })
}
