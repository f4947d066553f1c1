import { ballotKey, destroyBallotKey } from '../../db/ballot-keys.ts'
import { voterOf } from '../../db/ballot-seals.ts'
import type { Database } from '../../db/client.ts'
import { insertBallots } from '../../db/queries/ballots.ts'
import { insertRound, listOptions, openRound } from '../../db/queries/rounds.ts'
import { closeRound } from '../../db/queries/tallies.ts'
import type { Random } from './random.ts'

/** A workshop whose people vote. */
export type Room = { workshopId: string; seatIds: readonly string[]; tableIds: readonly string[] }

const ALLOWANCE = 4

/** Opens a round, casts this many dots and closes it, so that its results are what closing writes down. */
export async function closedRound(db: Database, dice: Random, room: Room, dots: number): Promise<void> {
  const roundId = await openNewRound(db, dice, room, 'Priorities of the room')
  await castDots(db, dice, { roundId, seatIds: room.seatIds, dots })
  await db.transaction((tx) => closeRound(tx, roundId))
  await destroyBallotKey(roundId)
}

/** Opens a round that nobody has voted in: where the benchmark casts its dots. */
export async function emptyOpenRound(db: Database, dice: Random, room: Room): Promise<void> {
  await openNewRound(db, dice, room, 'A second look')
}

async function openNewRound(
  db: Database,
  dice: Random,
  { workshopId }: Room,
  title: string,
): Promise<string> {
  const id = dice.id()
  await insertRound(db, { id, workshopId, title, dotsPerVoter: ALLOWANCE, prioritiesToSelect: 4 })
  await openRound(db, { id, workshopId })
  return id
}

/** Everybody casts three or four dots, on a ballot that some issues lead by far. Every sixth voter uses a table's device. */
async function castDots(
  db: Database,
  dice: Random,
  { roundId, seatIds, dots }: { roundId: string; seatIds: readonly string[]; dots: number },
): Promise<void> {
  const roll = await listOptions(db, [roundId])
  const favourites = dice.shuffled(roll.map(({ position }) => position))
  const withAll = dots - seatIds.length * (ALLOWANCE - 1)
  const key = await ballotKey(roundId)
  const ballots = seatIds.map((seatId, at) => ({
    voter: voterOf(key, seatId),
    channel: at % 6 === 5 ? ('TABLE_DEVICE' as const) : ('OWN_DEVICE' as const),
    positions: dice
      .skewed(at < withAll ? ALLOWANCE : ALLOWANCE - 1, favourites.length)
      .map((place) => favourites[place] ?? 0),
  }))
  for (const channel of ['OWN_DEVICE', 'TABLE_DEVICE'] as const) {
    const own = ballots.filter((ballot) => ballot.channel === channel)
    await insertBallots(db, { id: roundId, dotsPerVoter: ALLOWANCE, channel }, key, own)
  }
}
