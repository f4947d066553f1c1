import { env, provide, StartError } from '#env.ts'
import { log } from '#log.ts'
import { prepareBallotKeys } from './ballot-keys.ts'
import { connect } from './client.ts'
import { startEmbedded } from './embedded.ts'
import { migrateDatabase } from './migrate.ts'
import { seedOnce } from './seed.ts'

export type OpenDatabase = {
  /** For the person at the terminal. */
  description: string
  stop: () => Promise<void>
}

/** Makes the database ready for use: DATABASE_URL's, or an embedded one that is then announced as DATABASE_URL. */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  await prepareBallotKeys()
  const given = env().DATABASE_URL
  if (given !== undefined) {
    const { host } = new URL(given)
    await refuseUnreachable(given, host)
    await migrateDatabase(given, seedOnce)
    return { description: `the database at ${host}`, stop: async () => {} }
  }
  const directory = env().QLAB_DATA_DIR
  const embedded = await startEmbedded({ directory, say, warn: (problem) => log.error(problem) })
  try {
    await migrateDatabase(embedded.url, seedOnce)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  provide('DATABASE_URL', embedded.url)
  return { description: embedded.place, stop: embedded.stop }
}

async function refuseUnreachable(url: string, host: string): Promise<void> {
  const { sql, close } = connect(url, { pool: 1 })
  try {
    await sql`select 1`
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartError(`The database at ${host} (DATABASE_URL) cannot be used: ${reason}.`, { cause })
  } finally {
    await close()
  }
}
