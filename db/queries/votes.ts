import { sql } from 'drizzle-orm'
import { ballotKey } from '#db/ballot-keys.ts'
import { type BallotKey, openDots, sealDot, voterOf } from '#db/ballot-seals.ts'
import { type Database, type Executor, PREPARED } from '#db/client.ts'
import { retryConflicts } from '#db/retry-conflicts.ts'
import { seatRolesFor } from '#domain/permissions.ts'
import type { VoteOutcome } from '#domain/votes.ts'
import { findOnRoll, forgetRoll, listPositions, type RollPlace, readState } from './rolls.ts'
import { hashToken } from './sessions.ts'
import { JOINED_PARTICIPANT } from './workshop-counts.ts'

/** What became of a dot. HELD and FREE are the two good ends: the option holds the voter's dot, or does not. */
export type DotOutcome = { outcome: VoteOutcome | 'HELD' | 'FREE'; remaining: number; allowance: number }

/** A dot, the session of whoever moves it, and the seat from which they do where the page names one. */
export type Dot = { sessionToken: string; seatId: string | null; workshopId: string; optionId: string }

/** The seat of whoever holds the session, where it lets them vote: $1 the session, $2 the workshop, $3 the seat if it is named. */
const SEAT = `(
  select s.id from sessions x join seats s on s.person_id = x.person_id join workshops w on w.id = s.workshop_id
  where x.token_hash = $1 and x.expires_at > now() and s.workshop_id = $2 and s.removed_at is null and w.deleted_at is null
    and ($3::uuid is null or s.id = $3)
    and s.role in (${seatRolesFor('vote').map((role) => `'${role}'`)}))`
// The functions are strict: without a seat they are not run at all and everything they tell is null.
const CAST = `select outcome, remaining, allowance from cast_dot($2, ${SEAT}, $4, $5, $6, $7, $8, 'OWN_DEVICE')`
const WITHDRAW = `select outcome, remaining, allowance from withdraw_dot($2, ${SEAT}, $4, $5, $6)`

/**
 * Puts a dot on an option, exactly once and within the limit whatever else happens at the same time. Who asks and whether
 * they may vote is found in the same round trip; null where they may not, and then nothing was done. Throws BallotKeyMissing.
 */
export function castDot(db: Database, dot: Dot): Promise<DotOutcome | null> {
  return move(db, dot, CAST, ({ roundId, version, votable, voter, seal }) => [
    roundId,
    version,
    votable,
    voter,
    seal,
  ])
}

/** Takes a dot back, in one round trip; null where whoever asks may not vote. Throws BallotKeyMissing. */
export function withdrawDot(db: Database, dot: Dot): Promise<DotOutcome | null> {
  return move(db, dot, WITHDRAW, ({ roundId, voter, seal }) => [roundId, voter, seal])
}

type Sealed = { roundId: string; version: number; votable: boolean; voter: Buffer; seal: Buffer }
type Outcome = {
  outcome: DotOutcome['outcome'] | 'ROLL_CHANGED' | null
  remaining: number
  allowance: number
}

// A roll changes when staff hide or merge an issue: twice between reading and casting is once too often.
const TRIES = 5

async function move(
  db: Database,
  dot: Dot,
  statement: string,
  valuesOf: (sealed: Sealed) => (string | number | boolean | Buffer)[],
): Promise<DotOutcome | null> {
  const { sessionToken, workshopId, optionId } = dot
  const session = hashToken(sessionToken)
  const seatId = dot.seatId ?? (await findVotingSeat(db, session, workshopId))
  if (seatId === null) return null
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const sealed = await seal(db, { workshopId, optionId, seatId })
    const values = [session, workshopId, seatId, ...valuesOf(sealed)]
    const [row] = await retryConflicts(() => db.$client.unsafe<Outcome[]>(statement, values, PREPARED))
    if (row === undefined) throw new Error('The function that moves a dot answered nothing.')
    const { outcome, remaining, allowance } = row
    if (outcome === null) return null
    if (outcome !== 'ROLL_CHANGED') return { outcome, remaining, allowance }
    forgetRoll(workshopId)
  }
  throw new Error('The roll changed each time that a dot was cast on it.')
}

const NIL = '00000000-0000-0000-0000-000000000000'
const NOTHING = Buffer.alloc(0)

/** The dot as the database takes it. An option on no open roll is sealed as nothing; the statement finds out why. */
async function seal(
  db: Database,
  { workshopId, optionId, seatId }: { workshopId: string; optionId: string; seatId: string },
): Promise<Sealed> {
  const place = await findOnRoll(db, workshopId, optionId)
  if (place === null) return { roundId: NIL, version: 0, votable: false, voter: NOTHING, seal: NOTHING }
  const { roundId, version, votable, position } = place
  const key = await keyOf(db, workshopId, place)
  if (key === null) return { roundId, version, votable, voter: NOTHING, seal: NOTHING }
  const voter = voterOf(key, seatId)
  return { roundId, version, votable, voter, seal: sealDot(key, voter, position) }
}

/** The key of an option's round, or null where the round has closed, which the roll in hand may not know yet. */
async function keyOf(db: Database, workshopId: string, place: RollPlace): Promise<BallotKey | null> {
  if (place.state !== 'OPEN') return null
  return ballotKey(place.roundId).catch(async (error: unknown) => {
    if ((await readState(db, workshopId, place.roundId)) === 'OPEN') throw error
    return null
  })
}

async function findVotingSeat(db: Database, session: string, workshopId: string): Promise<string | null> {
  const values = [session, workshopId, null]
  const [row] = await db.$client.unsafe<{ id: string | null }[]>(`select ${SEAT} as id`, values, PREPARED)
  return row?.id ?? null
}

/** The options that hold a dot of this seat in an open round. Throws BallotKeyMissing. */
export async function listOwnDots(
  db: Database,
  round: { id: string; workshopId: string },
  seatId: string,
): Promise<string[]> {
  const key = await ballotKey(round.id)
  const voter = voterOf(key, seatId)
  const [row] = await db.execute<{ seals: Buffer | null }>(sql`
    select string_agg(d.seal, '') as seals from dots d where d.round_id = ${round.id} and d.voter = ${voter}`)
  if (!row?.seals) return []
  const options = await listPositions(db, { roundId: round.id, workshopId: round.workshopId })
  return openDots(key, voter, row.seals).flatMap((position) => options.get(position) ?? [])
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
