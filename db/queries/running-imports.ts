import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type BallotImportRow, ballotImports } from '#db/schema/ballot-imports.ts'

/** The number of the lock that whoever adds a file to a round holds. */
export function importLock(roundId: string): SQL {
  return sql`hashtextextended(${`import ${roundId}`}, 0)`
}

/** Whether a file is being added to a round at this moment, by any instance. */
export async function isImportRunning(db: Executor, roundId: string): Promise<boolean> {
  // Shared, so that two who ask at once do not take each other for a file.
  const [row] = await db.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock_shared(${importLock(roundId)}) as free`,
  )
  return row?.free === false
}

/** The file that is being added to a round at this moment; null when none is. */
export async function findRunningImport(db: Executor, roundId: string): Promise<BallotImportRow | null> {
  if (!(await isImportRunning(db, roundId))) return null
  const [row] = await db
    .select()
    .from(ballotImports)
    .where(
      and(
        eq(ballotImports.roundId, roundId),
        isNull(ballotImports.appliedAt),
        sql`${ballotImports.report} -> 'done' is not null`,
      ),
    )
    .orderBy(desc(ballotImports.startedAt))
    .limit(1)
  return row ?? null
}
