import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type DriverRow, drivers } from '#db/schema/briefs.ts'

/** Drivers of briefs, those of one parent in their order. */
export async function listDrivers(db: Executor, briefIds: readonly string[]): Promise<DriverRow[]> {
  return db
    .select()
    .from(drivers)
    .where(inArray(drivers.briefId, [...briefIds]))
    .orderBy(asc(drivers.position), asc(drivers.id))
}

/** Finds a driver. */
export async function findDriver(db: Executor, id: string): Promise<DriverRow | null> {
  const [row] = await db.select().from(drivers).where(eq(drivers.id, id))
  return row ?? null
}

/** Writes a driver unless one with this id is there; returns whether it was written. */
export async function insertDriver(tx: Executor, driver: typeof drivers.$inferInsert): Promise<boolean> {
  const written = await tx.insert(drivers).values(driver).onConflictDoNothing().returning({ id: drivers.id })
  return written.length > 0
}

/** Changes the words or the place of a driver. */
export async function updateDriver(
  tx: Executor,
  id: string,
  change: Partial<Pick<DriverRow, 'text' | 'parentId' | 'position'>>,
): Promise<void> {
  await tx.update(drivers).set(change).where(eq(drivers.id, id))
}

/** Gives drivers the places in which they are listed. */
export async function numberDrivers(tx: Executor, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await updateDriver(tx, id, { position })
}

/** Removes a driver. */
export async function deleteDriver(tx: Executor, id: string): Promise<void> {
  await tx.delete(drivers).where(eq(drivers.id, id))
}
