import { sql } from 'drizzle-orm'
import { ballotKey, destroyBallotKey, listBallotKeys } from '#db/ballot-keys.ts'
import type { BallotKey } from '#db/ballot-seals.ts'
import type { Executor } from '#db/client.ts'
import type { Channel } from '#domain/votes.ts'
import { openBallots } from './ballots.ts'
import { JOINED_PARTICIPANT } from './workshop-counts.ts'

/** Dots on ballots by channel and position, and how many ballots with a dot each channel has. */
export type BallotCount = {
  dots: { channel: Channel; position: number; dots: number }[]
  ballots: { channel: Channel; ballots: number; dots: number }[]
}

/**
 * Opens and counts every ballot of an open round. Throws where a ballot holds another number of dots than it says: a count
 * by option and a count by ballot that differ are no result.
 */
export async function countBallots(db: Executor, roundId: string, key: BallotKey): Promise<BallotCount> {
  const dots = new Map<string, BallotCount['dots'][number]>()
  const ballots = new Map<Channel, BallotCount['ballots'][number]>()
  for await (const some of openBallots(db, roundId, key)) {
    for (const { channel, used, positions } of some) {
      if (positions.length !== used)
        throw new Error(`A ballot of round ${roundId} says ${used} dots and holds ${positions.length}.`)
      const all = ballots.get(channel) ?? { channel, ballots: 0, dots: 0 }
      ballots.set(channel, {
        channel,
        ballots: all.ballots + (used > 0 ? 1 : 0),
        dots: all.dots + used,
      })
      for (const position of positions) {
        const at = `${channel} ${position}`
        dots.set(at, { channel, position, dots: (dots.get(at)?.dots ?? 0) + 1 })
      }
    }
  }
  return { dots: [...dots.values()], ballots: [...ballots.values()] }
}

/**
 * Closes a locked round: counts its ballots by option and by ballot, writes the tally down by channel, and deletes the
 * ballots. Once the transaction is committed, `destroyKeysOfClosedRounds` makes what is left of them anywhere unreadable.
 * Throws BallotKeyMissing.
 */
export async function closeRound(tx: Executor, roundId: string): Promise<void> {
  const counted = await countBallots(tx, roundId, await ballotKey(roundId))
  const anyBallots = counted.ballots.length > 0
  // An option without a dot has the figure zero, unless all there is are figures from a file that leaves it out.
  await tx.execute(sql`
    insert into tallies (round_id, option_id, channel, dots)
    select ${roundId}, o.id, 'OWN_DEVICE', 0 from options o
    where o.round_id = ${roundId} and (${anyBallots} or not exists (
      select from entered_tallies e where e.round_id = ${roundId} and e.channel = 'IMPORTED'))`)
  await tx.execute(sql`
    insert into tallies as t (round_id, option_id, channel, dots)
    select ${roundId}, option_id, channel, sum(dots)::int from (
      select o.id as option_id, b.channel, b.dots
      from json_to_recordset(${JSON.stringify(counted.dots)}::json) b(channel channel, position smallint, dots int)
        join options o on o.round_id = ${roundId} and o.position = b.position
      union all
      select e.option_id, e.channel, e.dots from entered_tallies e where e.round_id = ${roundId} and e.entry = 'FIRST'
    ) f group by option_id, channel
    on conflict (round_id, option_id, channel) do update set dots = t.dots + excluded.dots`)
  await tx.execute(sql`
    insert into channel_totals (round_id, channel, ballots, dots)
    select ${roundId}, t.channel,
      case when t.channel = 'PAPER' then (select r.paper_ballots from rounds r where r.id = ${roundId})
        -- Imported figures can come without ballots. On devices there are none only where nobody voted.
        else (select case when t.channel = 'IMPORTED' then nullif(coalesce(max(b.ballots), 0), 0) else coalesce(max(b.ballots), 0) end
          from json_to_recordset(${JSON.stringify(counted.ballots)}::json) b(channel channel, ballots int)
          where b.channel = t.channel) end,
      sum(t.dots)
    from tallies t where t.round_id = ${roundId} group by t.channel having sum(t.dots) > 0 or t.channel = 'OWN_DEVICE'`)
  const ballotDots = counted.ballots.reduce((sum, { dots }) => sum + dots, 0)
  await tx.execute(sql`
    update rounds r set state = 'CLOSED', closed_at = now(), ballot_dots = ${ballotDots},
      electorate = (select count(*) from seats s
        where s.workshop_id = r.workshop_id and ${sql.raw(JOINED_PARTICIPANT)})
    where r.id = ${roundId}`)
  await tx.execute(sql`delete from ballots where round_id = ${roundId}`)
  await tx.execute(sql`delete from live_tallies where round_id = ${roundId}`)
  await tx.execute(sql`
    delete from ballot_import_pieces p using ballot_imports i where i.id = p.import_id and i.round_id = ${roundId}`)
}

/** A key that belongs to no open round after so long was made for an opening that did not come about. */
const LEFT_OVER_MS = 3_600_000

/**
 * Destroys the keys of rounds that have closed, and those left over from an opening that failed. Asked after each closing,
 * at start and every minute, so that a process that dies in between leaves nothing. Keys of rounds that this database does
 * not know are another product's, and stay.
 */
export async function destroyKeysOfClosedRounds(db: Executor): Promise<void> {
  const keys = await listBallotKeys()
  if (keys.length === 0) return
  const states = await db.execute<{ id: string; state: string }>(sql`
    select id, state from rounds where id::text in (
      select json_array_elements_text(${JSON.stringify(keys.map(({ roundId }) => roundId))}::json))`)
  const stateOf = new Map(states.map(({ id, state }) => [id, state]))
  for (const { roundId, writtenAt } of keys) {
    const state = stateOf.get(roundId)
    const leftOver = state === 'DRAFT' && Date.now() - writtenAt.getTime() > LEFT_OVER_MS
    if (state === 'CLOSED' || leftOver) await destroyBallotKey(roundId)
  }
}

/** Open rounds whose key is not here: their dots can be neither read nor counted. */
export async function listRoundsWithoutKey(db: Executor): Promise<string[]> {
  const open = await db.execute<{ id: string }>(sql`select id from rounds where state = 'OPEN'`)
  const keys = new Set((await listBallotKeys()).map(({ roundId }) => roundId))
  return open.map(({ id }) => id).filter((id) => !keys.has(id))
}
