import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { briefMeasures } from '#db/schema/brief-measures.ts'
import {
  cycleChanges,
  type TestCycleRow,
  type TestTeamRow,
  testCycles,
  testTeams,
} from '#db/schema/cycles.ts'
import { measurePoints } from '#db/schema/measures.ts'
import { people } from '#db/schema/people.ts'
import { todayIn, zoneOfBrief } from './days.ts'

/** A cycle with its place among those of its team, its brief, its days, and the cycle that follows it in the ramp. */
export type TestCycleView = TestCycleRow & {
  briefId: string
  number: number
  nextId: string | null
  /** The day on which it first went on to Do. */
  startedOn: string | null
  /** The day of the decision that stands. */
  decidedOn: string | null
}

export type CycleChangeView = typeof cycleChanges.$inferSelect & { changedByName: string | null }

/** Teams by their own ids or those of their briefs, in the order in which they came. */
export async function listTestTeams(
  db: Executor,
  of: 'id' | 'briefId',
  ids: readonly string[],
): Promise<TestTeamRow[]> {
  return db
    .select()
    .from(testTeams)
    .where(inArray(testTeams[of], [...ids]))
    .orderBy(asc(testTeams.id))
}

/** Finds a team. */
export async function findTestTeam(db: Executor, id: string): Promise<TestTeamRow | null> {
  const [row] = await listTestTeams(db, 'id', [id])
  return row ?? null
}

/** Writes a team unless one with this id is there; returns whether it was written. */
export async function insertTestTeam(tx: Executor, team: typeof testTeams.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(testTeams)
    .values(team)
    .onConflictDoNothing()
    .returning({ id: testTeams.id })
  return written.length > 0
}

/** Changes a team, and when it was last changed. */
export async function updateTestTeam(tx: Executor, id: string, change: Partial<TestTeamRow>): Promise<void> {
  await tx
    .update(testTeams)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(testTeams.id, id))
}

const ZONE = zoneOfBrief('test_teams.brief_id')
const STARTED_ON = `(select (min(c.changed_at) at time zone ${ZONE})::date::text from cycle_changes c
  where c.cycle_id = test_cycles.id and c."to" = 'DO')`
const DECIDED_ON = `(select (max(c.changed_at) at time zone ${ZONE})::date::text from cycle_changes c
  where c.cycle_id = test_cycles.id and c."to" = 'DONE' and test_cycles.state = 'DONE')`

const view = {
  ...getTableColumns(testCycles),
  briefId: testTeams.briefId,
  number: sql<number>`(select count(*)::int from test_cycles n
    where n.team_id = test_cycles.team_id and n.id <= test_cycles.id)`.as('number'),
  nextId: sql<string | null>`(select n.id from test_cycles n where n.previous_id = test_cycles.id)`.as(
    'next_id',
  ),
  startedOn: sql<string | null>`${sql.raw(STARTED_ON)}`.as('started_on'),
  decidedOn: sql<string | null>`${sql.raw(DECIDED_ON)}`.as('decided_on'),
}

/** Cycles by their own ids or those of their teams, the oldest first. */
export async function listTestCycles(
  db: Executor,
  of: 'id' | 'teamId',
  ids: readonly string[],
): Promise<TestCycleView[]> {
  return db
    .select(view)
    .from(testCycles)
    .innerJoin(testTeams, eq(testTeams.id, testCycles.teamId))
    .where(inArray(testCycles[of], [...ids]))
    .orderBy(asc(testCycles.id))
}

/** Finds a cycle. */
export async function findTestCycle(db: Executor, id: string): Promise<TestCycleView | null> {
  const [row] = await listTestCycles(db, 'id', [id])
  return row ?? null
}

/** Locks a cycle against changes by others until the transaction ends. */
export async function lockTestCycle(tx: Transaction, id: string): Promise<TestCycleView | null> {
  await tx.select({ id: testCycles.id }).from(testCycles).where(eq(testCycles.id, id)).for('no key update')
  return findTestCycle(tx, id)
}

/** Writes a cycle unless one with this id is there; returns whether it was written. */
export async function insertTestCycle(tx: Executor, cycle: typeof testCycles.$inferInsert): Promise<boolean> {
  const written = await tx
    .insert(testCycles)
    .values(cycle)
    .onConflictDoNothing()
    .returning({ id: testCycles.id })
  return written.length > 0
}

/** Changes a cycle, and when it was last changed. */
export async function updateTestCycle(
  tx: Executor,
  id: string,
  change: Partial<TestCycleRow>,
): Promise<void> {
  await tx
    .update(testCycles)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(testCycles.id, id))
}

/** Changes of part of cycles, the oldest first. */
export async function listCycleChanges(
  db: Executor,
  cycleIds: readonly string[],
): Promise<CycleChangeView[]> {
  return db
    .select({ ...getTableColumns(cycleChanges), changedByName: people.name })
    .from(cycleChanges)
    .leftJoin(people, eq(people.id, cycleChanges.changedBy))
    .where(inArray(cycleChanges.cycleId, [...cycleIds]))
    .orderBy(asc(cycleChanges.id))
}

/** Records who moved a cycle to which part, and why. */
export async function insertCycleChange(
  tx: Executor,
  change: typeof cycleChanges.$inferInsert,
): Promise<void> {
  await tx.insert(cycleChanges).values(change)
}

/** Cycles of the briefs that measures follow; of one that is a team's own, that team's. */
export async function listCyclesOfMeasures(
  db: Executor,
  measureIds: readonly string[],
): Promise<(TestCycleView & { measureId: string })[]> {
  return db
    .select({ ...view, measureId: briefMeasures.measureId })
    .from(briefMeasures)
    .innerJoin(testTeams, and(eq(testTeams.briefId, briefMeasures.briefId), isItsTeam))
    .innerJoin(testCycles, eq(testCycles.teamId, testTeams.id))
    .where(inArray(briefMeasures.measureId, [...measureIds]))
    .orderBy(asc(testTeams.id), asc(testCycles.id))
}

/**
 * On how many days within each cycle a measure of its brief has a point: of the measure with the most. Cycles without
 * any are left out.
 */
export async function countMeasuredDays(
  db: Executor,
  cycleIds: readonly string[],
): Promise<{ cycleId: string; days: number }[]> {
  const days = db
    .select({
      cycleId: sql<string>`${testCycles.id}`.as('cycle_id'),
      days: sql<number>`count(*)::int`.as('days'),
    })
    .from(testCycles)
    .innerJoin(testTeams, eq(testTeams.id, testCycles.teamId))
    .innerJoin(briefMeasures, and(eq(briefMeasures.briefId, testTeams.briefId), isItsTeam))
    .innerJoin(
      measurePoints,
      sql`${measurePoints.measureId} = ${briefMeasures.measureId} and ${measurePoints.removedAt} is null
        and ${measurePoints.day} between ${sql.raw(STARTED_ON)}::date and coalesce(${sql.raw(DECIDED_ON)}::date, ${sql.raw(todayIn(ZONE))})`,
    )
    .where(inArray(testCycles.id, [...cycleIds]))
    .groupBy(testCycles.id, measurePoints.measureId)
    .as('days_of_measures')
  return db
    .select({ cycleId: days.cycleId, days: sql<number>`max(${days.days})::int` })
    .from(days)
    .groupBy(days.cycleId)
}

const isItsTeam = sql`(${briefMeasures.teamId} is null or ${briefMeasures.teamId} = ${testTeams.id})`
