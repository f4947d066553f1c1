import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type StepRow, steps } from '#db/schema/steps.ts'

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
