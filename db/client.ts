import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '#env.ts'
import { retryConflicts } from './retry-conflicts.ts'

/** The pool: Drizzle for most statements; `$client`, whose statements Postgres keeps prepared, for the few hot ones. */
export type Database = PostgresJsDatabase<Record<string, never>> & { $client: postgres.Sql }
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** What a query runs on: the pool, or the transaction it belongs to. */
export type Executor = PostgresJsDatabase<Record<string, never>> | Transaction

export type Connection = { db: Database; sql: postgres.Sql; close: () => Promise<void> }

export type ConnectOptions = {
  /** Connections at most. */
  pool?: number
  /** Milliseconds after which Postgres stops a statement; 0 means never. */
  statementTimeout?: number
  /** Milliseconds to wait for a lock; 0 means for ever. */
  lockTimeout?: number
  applicationName?: string
}

export const APPLICATION_NAME = 'qlab-workshops'

/**
 * How plain text is sent as a statement that Postgres keeps prepared.
 * NOTE: without values the driver sends it in its simple form, which is planned anew each time; its types forget `simple`.
 */
export const PREPARED = { prepare: true, simple: false }

/**
 * Opens a pool of its own on one database. Nothing is connected until the first query.
 * NOTE: Drizzle turns the driver's date parsing off, so raw `sql` gives timestamps as text.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const sql = postgres(url, {
    max: options.pool ?? 10,
    prepare: true,
    connect_timeout: 5,
    // After a restart of Postgres the pool is back within a second.
    backoff: (retries) => Math.min(1, 0.05 * 2 ** retries),
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? APPLICATION_NAME,
      statement_timeout: options.statementTimeout ?? 8_000,
      lock_timeout: options.lockTimeout ?? 5_000,
      idle_in_transaction_session_timeout: 10_000,
      TimeZone: 'UTC',
    },
  })
  const db = drizzle(sql, { casing: 'snake_case' })
  // Every transaction of the product is begun here, so here is where it is begun again.
  const begin = db.transaction.bind(db)
  db.transaction = (work, config) => retryConflicts(() => begin(work, config))
  return { db, sql, close: () => sql.end({ timeout: 5 }) }
}

// The server and each of Next's bundles load their own copy of this module; the pool is one for the process.
const processWide = globalThis as typeof globalThis & { qlabConnection?: Connection }

/** The pool of this process, opened on first use. */
export function connection(): Connection {
  processWide.qlabConnection ??= connect(databaseUrl(), { pool: env().DATABASE_POOL })
  return processWide.qlabConnection
}

/** The database of this process. A stand-in until first use, so that importing it during a build needs no database. */
export const db: Database = new Proxy(Object.create(null), {
  get(_, key) {
    return Reflect.get(connection().db, key)
  },
})

function databaseUrl(): string {
  const url = env().DATABASE_URL
  if (url === undefined)
    throw new Error('DATABASE_URL is not set: the server sets it before it takes requests.')
  return url
}
