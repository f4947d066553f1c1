import { sql } from 'drizzle-orm'
import { type Database, type Executor, PREPARED } from '#db/client.ts'
import { retryConflicts } from '#db/retry-conflicts.ts'
import { seatRolesFor } from '#domain/permissions.ts'
import type { VoteOutcome } from '#domain/votes.ts'
import { hashToken } from './sessions.ts'
import { JOINED_PARTICIPANT } from './workshop-counts.ts'

/** What became of a dot. HELD and FREE are the two good ends: the option holds the voter's dot, or does not. */
export type DotOutcome = { outcome: VoteOutcome | 'HELD' | 'FREE'; remaining: number; allowance: number }

/** A dot, the session of whoever moves it, and the seat from which they do where the page names one. */
export type Dot = { sessionToken: string; seatId: string | null; workshopId: string; optionId: string }

/**
 * The seat of whoever holds the session, where it lets them vote. The functions are strict: without a seat they are not
 * run at all and everything they tell is null.
 */
const SEAT = `(
  select s.id from sessions x join seats s on s.person_id = x.person_id join workshops w on w.id = s.workshop_id
  where x.token_hash = $1 and x.expires_at > now() and s.workshop_id = $2 and s.removed_at is null and w.deleted_at is null
    and ($4::uuid is null or s.id = $4)
    and s.role in (${seatRolesFor('vote').map((role) => `'${role}'`)}))`
const CAST = `select outcome, remaining, allowance from cast_dot($2, ${SEAT}, $3, 'OWN_DEVICE')`
const WITHDRAW = `select outcome, remaining, allowance from withdraw_dot($2, ${SEAT}, $3)`

/**
 * Puts a dot on an option, exactly once and within the limit whatever else happens at the same time. Who asks and whether
 * they may vote is found in the same round trip; null where they may not, and then nothing was done.
 */
export function castDot(db: Database, dot: Dot): Promise<DotOutcome | null> {
  return move(db, CAST, dot)
}

/** Takes a dot back, in one round trip; null where whoever asks may not vote. */
export function withdrawDot(db: Database, dot: Dot): Promise<DotOutcome | null> {
  return move(db, WITHDRAW, dot)
}

async function move(
  { $client: sql }: Database,
  statement: string,
  { sessionToken, seatId, workshopId, optionId }: Dot,
): Promise<DotOutcome | null> {
  const values = [hashToken(sessionToken), workshopId, optionId, seatId]
  const [row] = await retryConflicts(() =>
    sql.unsafe<(DotOutcome | { outcome: null })[]>(statement, values, PREPARED),
  )
  if (row === undefined) throw new Error('The function that moves a dot answered nothing.')
  return row.outcome === null ? null : row
}

/** The options that hold a dot of this seat in an open round. Nothing once it has closed: the link is gone. */
export async function listOwnDots(db: Executor, roundId: string, seatId: string): Promise<string[]> {
  const rows = await db.execute<{ optionId: string }>(sql`
    select d.option_id as "optionId" from dots d where d.round_id = ${roundId} and d.voter = voter_key(${roundId}, ${seatId})`)
  return rows.map((row) => row.optionId)
}

/** Whether anybody has used a dot, on any channel: from then on the rules are fixed. */
export async function hasDots(db: Executor, roundId: string): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (select from ballots where round_id = ${roundId})
      or exists (select from entered_tallies where round_id = ${roundId}) as found`)
  return row?.found === true
}

export type TurnoutFigures = { ballots: number; dots: number; seats: number }

/** How many have voted: counted while the round is open, read from what was written down once it has closed. */
export async function findTurnout(db: Executor, roundId: string): Promise<TurnoutFigures> {
  const [row] = await db.execute<TurnoutFigures>(sql`
    select
      (case when r.state = 'CLOSED' then (select coalesce(sum(c.ballots), 0) from channel_totals c where c.round_id = r.id)
        else (select count(*) from ballots b where b.round_id = r.id and b.used > 0) + coalesce(r.paper_ballots, 0) end)::int as ballots,
      (case when r.state = 'CLOSED' then (select coalesce(sum(c.dots), 0) from channel_totals c where c.round_id = r.id)
        else (select coalesce(sum(b.used), 0) from ballots b where b.round_id = r.id)
          + (select coalesce(sum(e.dots), 0) from entered_tallies e where e.round_id = r.id and e.entry = 'FIRST') end)::int as dots,
      coalesce(r.electorate, (select count(*) from seats s
        where s.workshop_id = r.workshop_id and ${sql.raw(JOINED_PARTICIPANT)}))::int as seats
    from rounds r where r.id = ${roundId}`)
  return row ?? { ballots: 0, dots: 0, seats: 0 }
}
