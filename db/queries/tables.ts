import { and, asc, count, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { seats } from '#db/schema/seats.ts'
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

/** How many people sit at each of several tables; tables without anybody are left out. */
export async function countSeatsAtTables(
  db: Executor,
  tableIds: readonly string[],
): Promise<{ tableId: string | null; seats: number }[]> {
  return db
    .select({ tableId: seats.tableId, seats: count() })
    .from(seats)
    .where(and(inArray(seats.tableId, [...tableIds]), isNull(seats.removedAt)))
    .groupBy(seats.tableId)
}
