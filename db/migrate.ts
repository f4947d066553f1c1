import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { connect, type Database } from './client.ts'
import { migrateJobs } from './jobs.ts'
import { sealOpenRounds } from './seal-open-rounds.ts'

const FOLDER = fileURLToPath(new URL('migrations', import.meta.url))
const JOURNAL = join(FOLDER, 'meta', '_journal.json')
const MIGRATION_LOCK = 7_101_963

/**
 * Brings the tables up to date, then runs `afterwards` on the same patient connections.
 * Several instances may start at once: one works, the others wait and find everything done.
 */
export async function migrateDatabase(
  url: string,
  afterwards?: (db: Database) => Promise<void>,
): Promise<void> {
  const lock = connect(url, { pool: 1, statementTimeout: 0, lockTimeout: 0 })
  const work = connect(url, { pool: 4, statementTimeout: 0 })
  try {
    await lock.sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    if (existsSync(JOURNAL)) await migrate(work.db, { migrationsFolder: FOLDER })
    await migrateJobs(url)
    await sealOpenRounds(work.db)
    await afterwards?.(work.db)
  } finally {
    await work.close()
    await lock.close()
  }
}

/** How many migrations of this version the database still lacks. */
export async function countPendingMigrations(db: Database): Promise<number> {
  if (!existsSync(JOURNAL)) return 0
  const { entries }: { entries: { when: number }[] } = JSON.parse(readFileSync(JOURNAL, 'utf8'))
  const applied = await db.execute<{ createdAt: string }>(
    sql`select created_at as "createdAt" from drizzle.__drizzle_migrations`,
  )
  const times = new Set(applied.map((row) => Number(row.createdAt)))
  return entries.filter((entry) => !times.has(entry.when)).length
}
