import type { Database } from '../../db/client.ts'
import { insertRound, openRound } from '../../db/queries/rounds.ts'
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
  { $client: sql }: Database,
  dice: Random,
  { roundId, seatIds, dots }: { roundId: string; seatIds: readonly string[]; dots: number },
): Promise<void> {
  const roll = await sql<
    { id: string }[]
  >`select id from options where round_id = ${roundId} order by position`
  const favourites = dice.shuffled(roll.map(({ id }) => id))
  const withAll = dots - seatIds.length * (ALLOWANCE - 1)
  const cast = seatIds.flatMap((seat, at) =>
    dice.skewed(at < withAll ? ALLOWANCE : ALLOWANCE - 1, favourites.length).map((place) => ({
      seat,
      option: favourites[place] ?? '',
      channel: at % 6 === 5 ? 'TABLE_DEVICE' : 'OWN_DEVICE',
    })),
  )
  const seats = cast.map(({ seat }) => seat)
  const channels = cast.map(({ channel }) => channel)
  await sql`
    insert into ballots (round_id, voter, channel, used, allowance)
    select ${roundId}, voter_key(${roundId}, c.seat), c.channel, count(*), ${ALLOWANCE}
    from unnest(${seats}::uuid[], ${channels}::channel[]) c(seat, channel) group by c.seat, c.channel`
  await sql`
    insert into dots (round_id, voter, option_id)
    select ${roundId}, voter_key(${roundId}, c.seat), c.option
    from unnest(${seats}::uuid[], ${cast.map(({ option }) => option)}::uuid[]) c(seat, option)`
}
