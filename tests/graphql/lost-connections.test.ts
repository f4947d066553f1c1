import { EventEmitter, once } from 'node:events'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Connection, connect, type Executor } from '#db/client.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

/** A connection that is lost costs what runs on it and nothing else. patches/ sees to that. */

let database: TestDatabase
let product: Connection
beforeAll(async () => {
  database = await testDatabase()
  await database.sql`create table notes (text text)`
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.sql`delete from notes`
  // One connection only, so that whoever comes next gets the one that was lost.
  product = connect(database.url, { pool: 1 })
})
afterEach(() => product.close())

const write = (executor: Executor, text: string) =>
  executor.execute(sql`insert into notes (text) values (${text})`)

async function listNotes(): Promise<string[]> {
  const rows = await product.sql<{ text: string }[]>`select text from notes order by text`
  return rows.map(({ text }) => text)
}

async function loseConnection(executor: Executor): Promise<void> {
  const [backend] = await executor.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  await database.sql`select pg_terminate_backend(${backend?.pid ?? 0}, 10000)`
}

test('lost in the middle of a statement: the transaction fails, the process goes on, and the next one succeeds', async () => {
  const losing = product.db.transaction(async (tx) => {
    await write(tx, 'lost')
    await tx.execute(sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)`)
  })
  await expect(losing).rejects.toThrow()
  await product.db.transaction((tx) => write(tx, 'kept'))
  expect(await listNotes()).toEqual(['kept'])
})

test('lost between two statements: what the transaction still writes is in nobody else’s', async () => {
  const stage = new EventEmitter()
  const nextBegun = once(stage, 'next begun')
  const tried = once(stage, 'tried')
  const losing = product.db.transaction(async (tx) => {
    await loseConnection(tx)
    await nextBegun
    await write(tx, 'lost').finally(() => stage.emit('tried'))
  })
  const next = product.db.transaction(async (tx) => {
    await write(tx, 'kept')
    stage.emit('next begun')
    await tried
  })
  await expect(losing).rejects.toThrow()
  await next
  expect(await listNotes()).toEqual(['kept'])
})
