import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { type StepRow, steps } from '#db/schema/steps.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { StepState } from '#domain/steps.ts'

/** Steps of a workshop, in their order. */
export async function listSteps(db: Executor, workshopId: string): Promise<StepRow[]> {
  return db
    .select()
    .from(steps)
    .where(eq(steps.workshopId, workshopId))
    .orderBy(asc(steps.position), asc(steps.id))
}

/** Steps of several workshops, each workshop's in their order. */
export async function listStepsOf(db: Executor, workshopIds: readonly string[]): Promise<StepRow[]> {
  return db
    .select()
    .from(steps)
    .where(inArray(steps.workshopId, [...workshopIds]))
    .orderBy(asc(steps.position), asc(steps.id))
}

/** Finds a step of a workshop that is not deleted. */
export async function findStep(db: Executor, id: string): Promise<StepRow | null> {
  const [row] = await db
    .select(getTableColumns(steps))
    .from(steps)
    .innerJoin(workshops, eq(workshops.id, steps.workshopId))
    .where(and(eq(steps.id, id), isNull(workshops.deletedAt)))
  return row ?? null
}

/** Keeps other changes of a step out until the transaction ends. */
export async function lockStep(tx: Transaction, id: string): Promise<StepRow | null> {
  const [row] = await tx.select().from(steps).where(eq(steps.id, id)).for('update')
  return row ?? null
}

/** Adds a step unless one with this id is there; returns it if it was written. */
export async function insertStep(
  tx: Executor,
  step: typeof steps.$inferInsert & { id: string },
): Promise<StepRow | null> {
  const [row] = await tx.insert(steps).values(step).onConflictDoNothing().returning()
  return row ?? null
}

/** Changes a step's own columns and returns it. */
export async function updateStep(tx: Executor, step: StepRow, change: Partial<StepRow>): Promise<StepRow> {
  if (Object.keys(change).length === 0) return step
  const [row] = await tx.update(steps).set(change).where(eq(steps.id, step.id)).returning()
  return row ?? step
}

/** Moves a step to a state. When it first opened stays known however often it is reopened. */
export async function updateStepState(tx: Executor, step: StepRow, state: StepState): Promise<StepRow> {
  const [row] = await tx
    .update(steps)
    .set({
      state,
      openedAt: state === 'OPEN' ? sql`coalesce(${steps.openedAt}, now())` : step.openedAt,
      closedAt: state === 'DONE' ? sql`now()` : null,
    })
    .where(eq(steps.id, step.id))
    .returning()
  return row ?? step
}

/** Removes a step. */
export async function deleteStep(tx: Executor, id: string): Promise<void> {
  await tx.delete(steps).where(eq(steps.id, id))
}

/** Puts the steps of a workshop in a new order, all in one statement. */
export async function orderSteps(tx: Executor, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update steps set position = place.number - 1
    from unnest(${sql.param([...ids])}::uuid[]) with ordinality as place(id, number) where steps.id = place.id`)
}
