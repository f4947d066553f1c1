import { type Database, PREPARED } from '#db/client.ts'
import { sharedOn } from '#db/together.ts'
import type { RoundState } from '#domain/votes.ts'

/** Where an option stands. */
export type RollPlace = {
  roundId: string
  state: RoundState
  /** The version of the roll that this was read from. */
  version: number
  position: number
  votable: boolean
}

type Roll = ReadonlyMap<string, RollPlace>

/** Rolls of so many workshops are held at once. */
const HELD = 200

/**
 * Rolls of workshops by option, as they were last read. A dot is checked against its roll's version by the statement that
 * casts it, so a roll that is out of date is read again and never believed.
 */
const held = new Map<string, Roll>()

/**
 * Finds an option among the rounds of a workshop; null where it is on no roll there. The statement that reads it names the
 * workshop alone, so that no log of Postgres has an option beside a voter.
 */
export async function findOnRoll(
  db: Database,
  workshopId: string,
  optionId: string,
): Promise<RollPlace | null> {
  const place = held.get(workshopId)?.get(optionId.toLowerCase())
  return place ?? (await readRoll(db, workshopId)).get(optionId.toLowerCase()) ?? null
}

/** The options of a round by their positions. */
export async function listPositions(
  db: Database,
  { roundId, workshopId }: { roundId: string; workshopId: string },
): Promise<Map<number, string>> {
  const known = positionsOf(held.get(workshopId), roundId)
  return known.size > 0 ? known : positionsOf(await readRoll(db, workshopId), roundId)
}

/** How a round stands now, whatever is held. */
export async function readState(
  db: Database,
  workshopId: string,
  roundId: string,
): Promise<RoundState | null> {
  const roll = await readRoll(db, workshopId)
  return [...roll.values()].find((place) => place.roundId === roundId)?.state ?? null
}

/** Has the roll read again by whoever asks next. */
export function forgetRoll(workshopId: string): void {
  held.delete(workshopId)
}

function positionsOf(roll: Roll | undefined, roundId: string): Map<number, string> {
  const places = [...(roll ?? [])].filter(([, place]) => place.roundId === roundId)
  return new Map(places.map(([optionId, { position }]) => [position, optionId]))
}

const ROLL = `
  select o.id as "optionId", o.round_id as "roundId", r.state, r.roll_version as version, o.position, o.votable
  from rounds r join options o on o.round_id = r.id where r.workshop_id = $1`

async function readRoll(db: Database, workshopId: string): Promise<Roll> {
  const rows = await sharedOn(db)(`roll ${workshopId}`, () =>
    db.$client.unsafe<(RollPlace & { optionId: string })[]>(ROLL, [workshopId], PREPARED),
  )
  const roll = new Map(rows.map(({ optionId, ...place }) => [optionId, place]))
  held.delete(workshopId)
  if (roll.size > 0) held.set(workshopId, roll)
  const [oldest] = held.keys()
  if (held.size > HELD && oldest !== undefined) held.delete(oldest)
  return roll
}
