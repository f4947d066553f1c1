import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { priorities } from '#db/schema/priorities.ts'
import { type OptionRow, options } from '#db/schema/rounds.ts'

/** A priority and the option that was taken forward. */
export type PriorityView = {
  id: string
  workshopId: string
  roundId: string
  position: number
  option: OptionRow
}

/** Declared priorities of rounds or of workshops, in order. */
export async function listPriorities(
  db: Executor,
  of: 'roundId' | 'workshopId',
  ids: readonly string[],
): Promise<PriorityView[]> {
  const { id, workshopId, roundId, position } = priorities
  return db
    .select({ id, workshopId, roundId, position, option: options })
    .from(priorities)
    .innerJoin(options, eq(options.id, priorities.optionId))
    .where(inArray(priorities[of], [...ids]))
    .orderBy(asc(priorities.position), asc(priorities.id))
}

/** Makes these options the priorities of a round, in this order. Those that stay keep their id and their statements. */
export async function declarePriorities(
  tx: Executor,
  round: { id: string; workshopId: string },
  optionIds: readonly string[],
): Promise<void> {
  await tx
    .delete(priorities)
    .where(and(eq(priorities.roundId, round.id), notInArray(priorities.optionId, [...optionIds])))
  await tx
    .insert(priorities)
    .values(
      optionIds.map((optionId, position) => ({
        workshopId: round.workshopId,
        roundId: round.id,
        optionId,
        position,
      })),
    )
    .onConflictDoUpdate({ target: priorities.optionId, set: { position: sql`excluded.position` } })
}
