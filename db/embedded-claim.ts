import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import { connect } from './client.ts'
import type { Home } from './embedded-home.ts'

/** A session lock that a running product holds on its embedded server: it ends with the process, however that dies. */
export type Claim = {
  /** After a crash of Postgres the connection comes back, the lock does not. */
  retake: () => Promise<void>
  release: () => Promise<void>
}

const CLAIM_KEY = 7_101_962

/** Takes the claim, or gives undefined when a live product holds it. Rejects when the server cannot be reached. */
export async function claim(home: Home, port: number): Promise<Claim | undefined> {
  const open = () => connect(home.url(port, 'postgres'), { pool: 1, applicationName: 'qlab-claim' })
  let held = open()
  const taken = await take(held.sql).catch(async (error) => {
    await held.close()
    throw error
  })
  if (!taken) {
    await held.close()
    return undefined
  }
  return {
    async retake() {
      // The old connection may never answer what it was asked when Postgres fell, so nobody waits for it.
      void held.close()
      held = open()
      await waitForClaim(held.sql)
    },
    release: () => held.close(),
  }
}

async function waitForClaim(sql: postgres.Sql): Promise<void> {
  // Right after a crash the server may still be starting up.
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await take(sql).catch(() => false)) return
    await wait(100)
  }
}

async function take(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ held: boolean }[]>`
    select exists (
      select from pg_locks where locktype = 'advisory' and objid = ${CLAIM_KEY} and pid = pg_backend_pid()
    ) or pg_try_advisory_lock(${CLAIM_KEY}) as held`
  return row?.held ?? false
}

/** The product's role and database, made once. The role owns its database and is no superuser. */
export async function prepareDatabase(home: Home, port: number): Promise<void> {
  const { sql, close } = connect(home.url(port, 'postgres'), { pool: 1, statementTimeout: 60_000 })
  try {
    const roles = await sql`select from pg_roles where rolname = 'qlab'`
    if (roles.length === 0) await sql.unsafe(`create role qlab login password '${home.password}'`)
    const databases = await sql`select from pg_database where datname = 'qlab'`
    if (databases.length === 0) await sql.unsafe('create database qlab owner qlab')
  } finally {
    await close()
  }
}
