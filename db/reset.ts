import { env, StartError } from '#env.ts'
import { APPLICATION_NAME, connect } from './client.ts'
import { findRunningEmbedded, startEmbedded } from './embedded.ts'
import { migrateDatabase } from './migrate.ts'
import { seedOnce } from './seed.ts'

/** `npm run demo:reset`: everything in the database goes, the tables and the 2017 workshop are made anew. */
export async function resetDemo(commandLine: readonly string[]): Promise<void> {
  const given = env().DATABASE_URL
  if (given !== undefined) {
    const name = new URL(given).pathname.slice(1)
    if (!commandLine.includes(`--database=${name}`)) {
      throw new StartError(
        `DATABASE_URL names a database of your own. To empty it, run: npm run demo:reset -- --database=${name}`,
      )
    }
    return resetDatabase(given)
  }
  const directory = env().QLAB_DATA_DIR
  const running = await findRunningEmbedded(directory)
  if (running !== null) return resetDatabase(running)
  const embedded = await startEmbedded({ directory })
  await resetDatabase(embedded.url).finally(embedded.stop)
}

async function resetDatabase(url: string): Promise<void> {
  const { sql, close } = connect(url, { pool: 1, statementTimeout: 60_000, applicationName: 'qlab-reset' })
  // The sessions of a running product go first, as they may hold locks, and last, as they remember the old types.
  const endSessions = () => sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = ${APPLICATION_NAME}`
  await endSessions()
  await sql.unsafe('drop schema if exists public, drizzle, graphile_worker cascade; create schema public')
  await endSessions()
  await close()
  await migrateDatabase(url, seedOnce)
}
