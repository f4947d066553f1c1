// Starts the product as `npm start` does, on a database of its own that is gone when it stops: for the journeys.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const directory = mkdtempSync(join(tmpdir(), 'qlab-journeys-'))
chmodSync(directory, 0o755) // when root, Postgres runs as another user, who has to get in
process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }))

delete process.env.DATABASE_URL
process.env.QLAB_DATA_DIR = directory
await import('./start.mjs')
