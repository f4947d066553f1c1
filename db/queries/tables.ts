import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type TableRow, tables, workshops } from '#db/schema/workshops.ts'

/** Finds a table of a workshop that is not deleted. */
export async function findTable(db: Executor, id: string): Promise<TableRow | null> {
  const [row] = await db
    .select(getTableColumns(tables))
    .from(tables)
    .innerJoin(workshops, eq(workshops.id, tables.workshopId))
    .where(and(eq(tables.id, id), isNull(workshops.deletedAt)))
  return row ?? null
}

/** Tables by their ids, in no order. */
export async function listTablesById(db: Executor, ids: readonly string[]): Promise<TableRow[]> {
  return db
    .select()
    .from(tables)
    .where(inArray(tables.id, [...ids]))
}

/** Tables of several workshops, each workshop's in their order. */
export async function listTablesOf(db: Executor, workshopIds: readonly string[]): Promise<TableRow[]> {
  return db
    .select()
    .from(tables)
    .where(inArray(tables.workshopId, [...workshopIds]))
    .orderBy(asc(tables.position), asc(tables.id))
}
