import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { priorities, statements } from '#db/schema/priorities.ts'
import { type OptionRow, options } from '#db/schema/rounds.ts'

/** A priority and the option that was taken forward. */
export type PriorityView = {
  id: string
  workshopId: string
  roundId: string
  position: number
  option: OptionRow
}

/** A statement with its reasons, the one shown first first, and the titles of similar ones. */
export type StatementView = {
  id: string
  title: string
  priorityId: string
  reasons: string[]
  similarTo: string[]
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

/** How priorities were reworded. */
export async function listStatementsOf(
  db: Executor,
  priorityIds: readonly string[],
): Promise<StatementView[]> {
  return [
    ...(await db.execute<StatementView>(sql`
    select s.id, s.title, sp.priority_id as "priorityId",
      (select coalesce(json_agg(r.text order by r.shown_first desc, r.id), '[]') from reasons r where r.statement_id = s.id) as reasons,
      (select coalesce(json_agg(o.title order by o.position), '[]') from similar_statements x
        join ${statements} o on o.id = case when x.statement_id = s.id then x.similar_id else x.statement_id end
        where s.id in (x.statement_id, x.similar_id)) as "similarTo"
    from ${statements} s join statement_priorities sp on sp.statement_id = s.id
    where sp.priority_id in ${[...priorityIds]} order by s.position, s.id`)),
  ]
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
