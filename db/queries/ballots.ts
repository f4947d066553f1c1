import { sql } from 'drizzle-orm'
import { ballotKey } from '#db/ballot-keys.ts'
import { type BallotKey, openDots, sealDot, sealDots } from '#db/ballot-seals.ts'
import type { Executor } from '#db/client.ts'
import type { Channel } from '#domain/votes.ts'

/** A ballot of an open round, opened: the positions of the options that its dots are on. */
export type OpenedBallot = { voter: Buffer; channel: Channel; used: number; positions: number[] }

// A round of any size in statements that each end well before a statement is stopped.
const AT_ONCE = 2_000

/**
 * Every ballot of an open round, opened with the round's key, a few thousand at a time. Dots are looked up ballot by ballot:
 * of a round that has just been voted in statistics know nothing, and a join planned from them compares all with all.
 */
export async function* openBallots(
  db: Executor,
  roundId: string,
  key: BallotKey,
): AsyncGenerator<OpenedBallot[]> {
  let after: Buffer = Buffer.alloc(0)
  for (;;) {
    const rows: { voter: Buffer; channel: Channel; used: number; seals: Buffer | null }[] =
      await db.execute(sql`
      select b.voter, b.channel, b.used,
        (select string_agg(d.seal, '') from dots d where d.round_id = b.round_id and d.voter = b.voter) as seals
      from ballots b where b.round_id = ${roundId} and b.voter > ${after} order by b.voter limit ${AT_ONCE}`)
    yield rows.map(({ seals, ...ballot }) => ({
      ...ballot,
      positions: seals === null ? [] : openDots(key, ballot.voter, seals),
    }))
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    after = last.voter
  }
}

/** Moves dots from some positions to another, once on each ballot; null gives them back. The round is locked meanwhile. */
export async function moveDots(
  tx: Executor,
  roundId: string,
  { from, to }: { from: readonly number[]; to: number | null },
): Promise<void> {
  const key = await ballotKey(roundId)
  for await (const ballots of openBallots(tx, roundId, key)) {
    for (const { voter, positions } of ballots) {
      if (!positions.some((position) => from.includes(position))) continue
      const kept = positions.filter((position) => !from.includes(position))
      const after = to === null ? kept : [...new Set([...kept, to])]
      await replaceDots(
        tx,
        roundId,
        voter,
        after.map((position) => sealDot(key, voter, position)),
      )
    }
  }
}

async function replaceDots(
  tx: Executor,
  roundId: string,
  voter: Uint8Array,
  seals: readonly Buffer[],
): Promise<void> {
  await tx.execute(sql`delete from dots where round_id = ${roundId} and voter = ${voter}`)
  await tx.execute(sql`
    insert into dots (round_id, voter, seal)
    select ${roundId}, ${voter}, s::bytea from json_array_elements_text(${JSON.stringify(seals.map(hex))}::json) s`)
  await tx.execute(sql`
    update ballots set used = ${seals.length} where round_id = ${roundId} and voter = ${voter}`)
}

export type NewBallot = { voter: Uint8Array; positions: readonly number[] }

/** Adds ballots, or dots to ballots that are there; a dot that is there is not added again. Ballots are counted up by what was. */
export async function insertBallots(
  tx: Executor,
  round: { id: string; dotsPerVoter: number; channel: Channel },
  key: BallotKey,
  given: readonly NewBallot[],
): Promise<void> {
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const some = given.slice(from, from + AT_ONCE)
    const voters = some.map(({ voter }) => ({ voter: hex(voter) }))
    const placed = some.flatMap(({ voter, positions }) => positions.map((position) => ({ voter, position })))
    const seals = sealDots(key, placed)
    const dots = placed.map(({ voter }, at) => ({ voter: hex(voter), seal: hex(seals[at] ?? voter) }))
    await tx.execute(sql`
      insert into ballots (round_id, voter, channel, used, allowance)
      select ${round.id}, v.voter, ${round.channel}, 0, ${round.dotsPerVoter}
      from json_to_recordset(${JSON.stringify(voters)}::json) v(voter bytea)
      on conflict do nothing`)
    await tx.execute(sql`
      with added as (
        insert into dots (round_id, voter, seal)
        select ${round.id}, v.voter, v.seal from json_to_recordset(${JSON.stringify(dots)}::json) v(voter bytea, seal bytea)
        on conflict do nothing returning voter)
      update ballots b set used = b.used + n.added
      from (select voter, count(*) as added from added group by voter) n
      where b.round_id = ${round.id} and b.voter = n.voter`)
  }
}

/** The positions that ballots of these voters hold already, each by the voter's place in the list. */
export async function listHeldDots(
  db: Executor,
  roundId: string,
  key: BallotKey,
  voters: readonly Uint8Array[],
): Promise<Map<number, Set<number>>> {
  const rows = await db.execute<{ at: number; seals: Buffer }>(sql`
    select (v.at - 1)::int as at, string_agg(d.seal, '') as seals
    from json_array_elements_text(${JSON.stringify(voters.map(hex))}::json) with ordinality v(voter, at)
      join dots d on d.round_id = ${roundId} and d.voter = v.voter::bytea
    group by v.at`)
  return new Map(
    rows.map(({ at, seals }) => [at, new Set(openDots(key, voters[at] ?? Buffer.alloc(0), seals))]),
  )
}

function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}
