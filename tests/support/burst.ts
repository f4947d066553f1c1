import type { Database } from '#db/client.ts'
import { hashToken } from '#db/queries/sessions.ts'
import { ask, signedIn } from './http-server.ts'
import { findPlaced, type Room } from './room.ts'
import { MOVE, type Vote } from './voting.ts'

/** Gives every seat of a room a person with a session, whose token is the seat's id. */
export async function seatPeople({ $client: sql }: Database, { seatIds }: Room): Promise<void> {
  const people = seatIds.map((id) => ({ id, name: 'Somebody' }))
  await sql`insert into people ${sql(people)}`
  await sql`update seats set person_id = id where id in ${sql(seatIds)}`
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const sessions = seatIds.map((id) => ({ token_hash: hashToken(id), person_id: id, expires_at: expires }))
  await sql`insert into sessions ${sql(sessions)}`
}

export type Attempt = { voter: number; option: number; outcome: 'HELD' | 'REFUSED' | 'UNKNOWN' }

/**
 * Every voter tries every option, all at once. Whoever gets no answer does not know what became of their dot.
 * `onHeld` hears how many dots have been acknowledged so far.
 */
export async function burst(
  server: { url: string },
  room: Room,
  onHeld: (held: number) => void,
): Promise<Attempt[]> {
  let held = 0
  const attempt = async (voter: number, option: number): Promise<Attempt> => {
    const variables = { workshopId: room.workshopId, optionId: room.optionIds[option] }
    const answer = await ask(
      server,
      MOVE.castVote,
      variables,
      signedIn({ token: room.seatIds[voter] ?? '' }),
    ).catch(() => null)
    const vote = answer?.data?.castVote as Vote | undefined
    if (vote?.hasDot) onHeld(++held)
    const unheld = vote?.code === 'VOTE_LIMIT_REACHED' ? 'REFUSED' : 'UNKNOWN'
    return { voter, option, outcome: vote?.hasDot ? 'HELD' : unheld }
  }
  // Option by option, so that every voter is in the middle of voting when the end comes.
  const attempts = room.optionIds.flatMap((_, option) =>
    room.seatIds.map((_seat, voter) => attempt(voter, option)),
  )
  return Promise.all(attempts)
}

/** Which dots are there, as `voter option`, and whether every ballot counts what it holds within its allowance. */
export async function findDots(db: Database, room: Room) {
  const { $client: sql } = db
  const dots = await findPlaced(db, room)
  const [astray] = await sql<{ ballots: number }[]>`
    select count(*)::int as ballots from ballots b where b.round_id = ${room.roundId} and (b.used > b.allowance
      or b.used <> (select count(*) from dots d where d.round_id = b.round_id and d.voter = b.voter))`
  const places = dots.map(
    ({ seatId, optionId }) => `${room.seatIds.indexOf(seatId)} ${room.optionIds.indexOf(optionId)}`,
  )
  return { places: new Set(places), astray: astray?.ballots }
}

/** The attempts of one outcome, as `voter option`. */
export const placesOf = (attempts: readonly Attempt[], wanted: Attempt['outcome']) =>
  attempts.filter(({ outcome }) => outcome === wanted).map(({ voter, option }) => `${voter} ${option}`)
