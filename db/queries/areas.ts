import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { issues } from '#db/schema/issues.ts'
import { type AreaRow, areas } from '#db/schema/projects.ts'

/** Whether an area belongs to a project. */
export async function isAreaOf(db: Executor, areaId: string, projectId: string): Promise<boolean> {
  return (await db.$count(areas, and(eq(areas.id, areaId), eq(areas.projectId, projectId)))) > 0
}

/** Finds an area. */
export async function findArea(db: Executor, id: string): Promise<AreaRow | null> {
  const [row] = await db.select().from(areas).where(eq(areas.id, id))
  return row ?? null
}

/** Areas by their ids, in no order. */
export async function listAreasById(db: Executor, ids: readonly string[]): Promise<AreaRow[]> {
  return db
    .select()
    .from(areas)
    .where(inArray(areas.id, [...ids]))
}

/** Areas of several projects, each project's in their order. */
export async function listAreasOf(db: Executor, projectIds: readonly string[]): Promise<AreaRow[]> {
  return db
    .select()
    .from(areas)
    .where(inArray(areas.projectId, [...projectIds]))
    .orderBy(asc(areas.position), asc(areas.id))
}

/** Adds areas to a project, after those it has. */
export async function insertAreas(
  tx: Executor,
  projectId: string,
  names: readonly string[],
  firstPosition: number,
): Promise<AreaRow[]> {
  return tx
    .insert(areas)
    .values(names.map((name, index) => ({ projectId, name, position: firstPosition + index })))
    .returning()
}

/** Renames an area. */
export async function renameArea(tx: Executor, id: string, name: string): Promise<AreaRow | null> {
  const [row] = await tx.update(areas).set({ name }).where(eq(areas.id, id)).returning()
  return row ?? null
}

/** Keeps new issues out of an area until the transaction ends. */
export async function lockArea(tx: Transaction, id: string): Promise<AreaRow | null> {
  const [row] = await tx.select().from(areas).where(eq(areas.id, id)).for('update')
  return row ?? null
}

/** How many issues were written in an area, those set aside included. */
export async function countIssuesOfArea(db: Executor, id: string): Promise<number> {
  return db.$count(issues, eq(issues.areaId, id))
}

/** Removes an area. */
export async function deleteArea(tx: Executor, id: string): Promise<void> {
  await tx.delete(areas).where(eq(areas.id, id))
}
