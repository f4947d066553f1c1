import { connect } from '../../db/client.ts'
import { type Embedded, startEmbedded } from '../../db/embedded.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { seedOnce } from '../../db/seed.ts'
import { buildDataset, VERSION } from './build.ts'

const DIRECTORY = '.data/bench'

/** Starts the benchmark's own PostgreSQL, with the data set in it: kept from the last run, or made now. */
export async function openDataset(say: (line: string) => void): Promise<Embedded> {
  const postgres = await startEmbedded({ directory: DIRECTORY, say })
  try {
    if ((await findVersion(postgres.url)) !== VERSION) await make(postgres, say)
    await migrateDatabase(postgres.url)
    await settle(postgres)
    return postgres
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function findVersion(url: string): Promise<string | null> {
  const { sql, close } = connect(url, { pool: 1 })
  try {
    const [row] = await sql<{ version: string | null }[]>`
      select obj_description(oid, 'pg_namespace') as version from pg_namespace where nspname = 'public'`
    return row?.version ?? null
  } finally {
    await close()
  }
}

async function make({ url, adminUrl }: Embedded, say: (line: string) => void): Promise<void> {
  say('Making the data set …')
  const admin = connect(adminUrl, { pool: 1, statementTimeout: 0 })
  await admin.sql.unsafe('drop database qlab')
  await admin.sql.unsafe('create database qlab owner qlab')
  await admin.close()
  await migrateDatabase(url, seedOnce)
  const { db, sql, close } = connect(url, { pool: 2, statementTimeout: 0 })
  await buildDataset(db)
  await sql.unsafe(`comment on schema public is '${VERSION}'`)
  await close()
}

/** Fresh statistics, and nothing left to clean up while the clock runs. */
async function settle({ adminUrl }: Embedded): Promise<void> {
  const url = Object.assign(new URL(adminUrl), { pathname: '/qlab' }).href
  const { sql, close } = connect(url, { pool: 1, statementTimeout: 0 })
  await sql.unsafe('vacuum (freeze, analyze)')
  await sql.unsafe('checkpoint')
  await close()
}
