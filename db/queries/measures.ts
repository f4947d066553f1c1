import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { type MeasureRow, measures } from '#db/schema/measures.ts'

/** Finds a measure. */
export async function findMeasure(db: Executor, id: string): Promise<MeasureRow | null> {
  const [row] = await db.select().from(measures).where(eq(measures.id, id))
  return row ?? null
}

/** Measures by their ids, in no order. */
export async function listMeasuresById(db: Executor, ids: readonly string[]): Promise<MeasureRow[]> {
  return db
    .select()
    .from(measures)
    .where(inArray(measures.id, [...ids]))
}

/** The measures of several projects, also archived ones, in the order in which they were made. */
export async function listMeasuresOf(db: Executor, projectIds: readonly string[]): Promise<MeasureRow[]> {
  return db
    .select()
    .from(measures)
    .where(inArray(measures.projectId, [...projectIds]))
    .orderBy(asc(measures.createdAt), asc(measures.id))
}

/** The measures that were made from comments. */
export async function listMeasuresOfCritiques(
  db: Executor,
  critiqueIds: readonly string[],
): Promise<MeasureRow[]> {
  return db
    .select()
    .from(measures)
    .where(inArray(measures.critiqueId, [...critiqueIds]))
}

/** Begins a measure unless one with this id is there. */
export async function insertMeasure(db: Executor, measure: typeof measures.$inferInsert): Promise<void> {
  await db.insert(measures).values(measure).onConflictDoNothing()
}

/** Keeps other changes of the measure and its points out until the transaction ends. */
export async function lockMeasure(tx: Transaction, id: string): Promise<MeasureRow | null> {
  const [row] = await tx.select().from(measures).where(eq(measures.id, id)).for('no key update')
  return row ?? null
}

/** Changes a measure's own columns. */
export async function updateMeasure(tx: Executor, id: string, change: Partial<MeasureRow>): Promise<void> {
  await tx.update(measures).set(change).where(eq(measures.id, id))
}
