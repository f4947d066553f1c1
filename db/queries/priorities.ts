import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Database, Executor } from '#db/client.ts'
import { priorities, undeclaredPriorities } from '#db/schema/priorities.ts'
import { OPTION_COLUMNS, type OptionRow, options } from '#db/schema/rounds.ts'
import { ON_THE_WALL } from './workshop-counts.ts'

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
    .select({ id, workshopId, roundId, position, option: OPTION_COLUMNS })
    .from(priorities)
    .innerJoin(options, eq(options.id, priorities.optionId))
    .where(inArray(priorities[of], [...ids]))
    .orderBy(asc(priorities.position), asc(priorities.id))
}

/** How many ideas on the wall are for the statements of each priority; those with none are left out. */
export async function countIdeasOfPriorities(
  { $client: client }: Database,
  ids: readonly string[],
): Promise<{ id: string; count: number }[]> {
  return client.unsafe<{ id: string; count: number }[]>(
    `select j.priority_id as id, count(distinct i.id)::int as count from statement_priorities j
      join ideas i on i.statement_id = j.statement_id and ${ON_THE_WALL} where j.priority_id = any ($1) group by 1`,
    [[...ids]],
    { prepare: true },
  )
}

/** Which briefs join the statements of priorities, or ideas for them. */
export async function listBriefsOfPriorities(
  { $client: client }: Database,
  ids: readonly string[],
): Promise<{ priorityId: string; briefId: string }[]> {
  return client<{ priorityId: string; briefId: string }[]>`
    select x.priority_id as "priorityId", x.brief_id as "briefId" from (
      select j.priority_id, b.brief_id from statement_priorities j
        join brief_statements b on b.statement_id = j.statement_id where j.priority_id = any (${[...ids]})
      union select j.priority_id, b.brief_id from statement_priorities j join ideas i on i.statement_id = j.statement_id
        join brief_ideas b on b.idea_id = i.id where j.priority_id = any (${[...ids]})) x
    order by x.brief_id desc`
}

/**
 * Makes these options the priorities of a round, in this order. Those that stay keep their id and their statements; those
 * that come back, too.
 */
export async function declarePriorities(
  tx: Executor,
  round: { id: string; workshopId: string },
  optionIds: readonly string[],
): Promise<void> {
  const gone = and(eq(priorities.roundId, round.id), notInArray(priorities.optionId, [...optionIds]))
  await tx.execute(sql`
    insert into undeclared_priorities (option_id, priority_id, statement_ids)
    select ${priorities.optionId}, ${priorities.id},
      array(select j.statement_id from statement_priorities j where j.priority_id = ${priorities.id})
    from ${priorities} where ${gone}`)
  await tx.delete(priorities).where(gone)
  const back = inArray(undeclaredPriorities.optionId, [...optionIds])
  const before = await tx.select().from(undeclaredPriorities).where(back)
  const known = new Map(before.map(({ optionId, priorityId }) => [optionId, priorityId]))
  await tx
    .insert(priorities)
    .values(
      optionIds.map((optionId, position) => ({
        id: known.get(optionId),
        workshopId: round.workshopId,
        roundId: round.id,
        optionId,
        position,
      })),
    )
    .onConflictDoUpdate({ target: priorities.optionId, set: { position: sql`excluded.position` } })
  if (before.length === 0) return
  await tx.execute(sql`
    insert into statement_priorities (statement_id, priority_id)
    select s.id, ${undeclaredPriorities.priorityId}
    from ${undeclaredPriorities} join statements s on s.id = any (${undeclaredPriorities.statementIds})
    where ${back} on conflict do nothing`)
  await tx.delete(undeclaredPriorities).where(back)
}
