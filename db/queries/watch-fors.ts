import { asc, eq, inArray } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { briefWatchFors, type WatchForRow } from '#db/schema/briefs.ts'

/** Lines of what to watch for, by their briefs or by the comments that they come from, the oldest first. */
export async function listWatchFors(
  db: Executor,
  of: 'briefId' | 'critiqueId',
  ids: readonly string[],
): Promise<WatchForRow[]> {
  return db
    .select()
    .from(briefWatchFors)
    .where(inArray(briefWatchFors[of], [...ids]))
    .orderBy(asc(briefWatchFors.id))
}

/** Finds a line of what to watch for. */
export async function findWatchFor(db: Executor, id: string): Promise<WatchForRow | null> {
  const [row] = await db.select().from(briefWatchFors).where(eq(briefWatchFors.id, id))
  return row ?? null
}

/** Writes the line of a comment, or words it anew. */
export async function saveWatchFor(
  tx: Executor,
  line: Pick<WatchForRow, 'briefId' | 'critiqueId' | 'text'>,
): Promise<WatchForRow> {
  const [row] = await tx
    .insert(briefWatchFors)
    .values(line)
    .onConflictDoUpdate({ target: briefWatchFors.critiqueId, set: { text: line.text } })
    .returning()
  if (row === undefined) throw new Error('A line of what to watch for was not written.')
  return row
}

/** Removes a line of what to watch for. */
export async function deleteWatchFor(tx: Executor, id: string): Promise<void> {
  await tx.delete(briefWatchFors).where(eq(briefWatchFors.id, id))
}
