import { and, asc, count, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issueTables } from '#db/schema/issues.ts'
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

/** Adds a table unless one with this id is there; returns it if it was written. */
export async function insertTable(
  tx: Executor,
  table: typeof tables.$inferInsert & { id: string },
): Promise<TableRow | null> {
  const [row] = await tx.insert(tables).values(table).onConflictDoNothing({ target: tables.id }).returning()
  return row ?? null
}

/** Changes a table's own columns and returns it. */
export async function updateTable(
  tx: Executor,
  table: TableRow,
  change: Partial<TableRow>,
): Promise<TableRow> {
  const [row] = await tx.update(tables).set(change).where(eq(tables.id, table.id)).returning()
  return row ?? table
}

/** Keeps new words from a table out until the transaction ends, and says how many issues, ideas and comments came from it. */
export async function lockTableAndCountWords(tx: Transaction, id: string): Promise<number> {
  await tx.select({ id: tables.id }).from(tables).where(eq(tables.id, id)).for('update')
  return (
    (await tx.$count(issueTables, eq(issueTables.tableId, id))) +
    (await tx.$count(ideas, eq(ideas.tableId, id))) +
    (await tx.$count(critiques, eq(critiques.tableId, id)))
  )
}

/** Removes a table; people who sat there keep their seats. */
export async function deleteTable(tx: Executor, id: string): Promise<void> {
  await tx.delete(tables).where(eq(tables.id, id))
}
