// What people write on a chart: annotations, and the baselines that they declare.
import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type AnnotationRow, annotations, type BaselineRow, baselines } from '#db/schema/measures.ts'
import { people } from '#db/schema/people.ts'

export type BaselineView = BaselineRow & { declaredByName: string | null }
export type AnnotationView = AnnotationRow & { writtenByName: string | null }

/** The baselines of several measures that stand, by day. */
export async function listBaselinesOf(db: Executor, measureIds: readonly string[]): Promise<BaselineView[]> {
  return db
    .select({ ...getTableColumns(baselines), declaredByName: people.name })
    .from(baselines)
    .leftJoin(people, eq(people.id, baselines.declaredBy))
    .where(and(inArray(baselines.measureId, [...measureIds]), isNull(baselines.withdrawnAt)))
    .orderBy(asc(baselines.fromDay))
}

/** The annotations of several measures, by day. */
export async function listAnnotationsOf(
  db: Executor,
  measureIds: readonly string[],
): Promise<AnnotationView[]> {
  return selectAnnotations(db)
    .where(and(inArray(annotations.measureId, [...measureIds]), isNull(annotations.withdrawnAt)))
    .orderBy(asc(annotations.day), asc(annotations.id))
}

/** Finds a baseline, also one that was withdrawn. */
export async function findBaseline(db: Executor, id: string): Promise<BaselineRow | null> {
  const [row] = await db.select().from(baselines).where(eq(baselines.id, id))
  return row ?? null
}

/** Finds an annotation, also one that was withdrawn. */
export async function findAnnotation(db: Executor, id: string): Promise<AnnotationView | null> {
  const [row] = await selectAnnotations(db).where(eq(annotations.id, id))
  return row ?? null
}

/** Declares a baseline. */
export async function insertBaseline(tx: Executor, row: typeof baselines.$inferInsert): Promise<void> {
  await tx.insert(baselines).values(row)
}

/** Writes an annotation. */
export async function insertAnnotation(tx: Executor, row: typeof annotations.$inferInsert): Promise<void> {
  await tx.insert(annotations).values(row)
}

/** Takes a baseline back; the row stays. */
export async function withdrawBaselineRow(tx: Executor, id: string): Promise<void> {
  await tx
    .update(baselines)
    .set({ withdrawnAt: new Date() })
    .where(and(eq(baselines.id, id), isNull(baselines.withdrawnAt)))
}

/** Takes an annotation off the chart; the row stays. */
export async function withdrawAnnotationRow(tx: Executor, id: string): Promise<void> {
  await tx
    .update(annotations)
    .set({ withdrawnAt: new Date() })
    .where(and(eq(annotations.id, id), isNull(annotations.withdrawnAt)))
}

function selectAnnotations(db: Executor) {
  return db
    .select({ ...getTableColumns(annotations), writtenByName: people.name })
    .from(annotations)
    .leftJoin(people, eq(people.id, annotations.writtenBy))
}
