import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'qlab-tests-'))
  // mkdtemp makes it 0700; when root, Postgres runs as another user, who has to get in.
  await chmod(directory, 0o755)
  const postgres = await startEmbedded({ directory, durable: false })
  const admin = connect(postgres.adminUrl, { pool: 1, statementTimeout: 60_000 })
  await admin.sql`create database template owner qlab`
  await admin.close()
  // Cloning needs a template nobody is connected to: migrateDatabase closes behind itself.
  await migrateDatabase(Object.assign(new URL(postgres.url), { pathname: '/template' }).href)
  project.provide('adminUrl', postgres.adminUrl)

  return async () => {
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
