import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type Connection, connect } from '#db/client.ts'

export type TestDatabase = Connection & { url: string }

/** A migrated, empty database of its own, cloned once per test file. Close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const adminUrl = inject('adminUrl')
  const admin = connect(adminUrl, { pool: 1, statementTimeout: 60_000 })
  await admin.sql.unsafe(`create database ${name} template template strategy file_copy owner qlab`)
  await admin.close()

  const url = new URL(adminUrl)
  url.username = 'qlab'
  url.pathname = `/${name}`
  // Every database of a run shares one server: small pools leave room for all workers.
  return { url: url.href, ...connect(url.href, { pool: 8 }) }
}
