import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { connect, type Database } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { log } from '#log.ts'
import { type Attempt, burst, findDots, placesOf, seatPeople } from '#tests/support/burst.ts'
import { testDatabase } from '#tests/support/database.ts'
import { serve } from '#tests/support/http-server.ts'
import { type Room, room } from '#tests/support/room.ts'

/** A dot that was acknowledged is there, whatever falls over a moment later. Real processes are ended by force. */

vi.spyOn(log, 'error').mockImplementation(() => {})

const VOTERS = 60
const ENOUGH = 80

async function expectKept(db: Database, here: Room, attempts: Attempt[]): Promise<void> {
  const [held, refused, unknown] = (['HELD', 'REFUSED', 'UNKNOWN'] as const).map((outcome) =>
    placesOf(attempts, outcome),
  )
  const { places, astray } = await findDots(db, here)
  expect(held?.filter((place) => !places.has(place))).toEqual([])
  expect(refused?.filter((place) => places.has(place))).toEqual([])
  expect(astray).toBe(0)
  // The end came in the middle: some were told, some were not.
  expect(held?.length).toBeGreaterThanOrEqual(ENOUGH)
  expect(unknown?.length).toBeGreaterThan(0)
}

async function makeRoom(db: Database): Promise<Room> {
  const here = await room(db, { voters: VOTERS, options: 6 })
  await seatPeople(db, here)
  return here
}

/** Ends all of PostgreSQL at once, as a power cut does. */
async function killPostgres(db: Database, place: string): Promise<void> {
  const backends = await db.$client<{ pid: number }[]>`select pid from pg_stat_activity`
  const postmaster = Number((await readFile(join(place, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
  for (const pid of [postmaster, ...backends.map(({ pid }) => pid)]) process.kill(pid, 'SIGKILL')
}

test('PostgreSQL is killed in a burst of dots: every acknowledged dot is there, none that was refused, and the next dot is taken at once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'qlab-durability-'))
  await chmod(directory, 0o755)
  const postgres = await startEmbedded({ directory, durable: true })
  await migrateDatabase(postgres.url)
  const product = connect(postgres.url, { pool: 8 })
  const admin = connect(postgres.adminUrl, { pool: 1 })
  const server = await serve(await createGraphqlServer(product.db))
  try {
    const [settings] =
      await product.sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
    expect(settings).toEqual({ fsync: 'on', commit: 'on' })
    const here = await makeRoom(product.db)
    let killing: Promise<void> | undefined
    const attempts = await burst(server, here, (held) => {
      if (held >= ENOUGH) killing ??= killPostgres(admin.db, postgres.place)
    })
    await killing
    // Somebody else sees that PostgreSQL is back: the first thing that the product asks after it has to succeed.
    await vi.waitFor(() => admin.sql`select 1`, { timeout: 20_000 })
    await expectKept(product.db, here, attempts)
    expect(placesOf(await burst(server, here, () => {}), 'UNKNOWN')).toEqual([])
    expect((await findDots(product.db, here)).places.size).toBe(VOTERS * 4)
  } finally {
    await server.close()
    await admin.close()
    await product.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}, 120_000)

const SCRIPT = fileURLToPath(new URL('../support/serve-graphql.ts', import.meta.url))

/** The endpoint in a process of its own. */
async function spawnServer(url: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = await once(child.stdout, 'data')
  const port = Number(/^port (\d+)/.exec(String(said))?.[1])
  return { child, url: `http://127.0.0.1:${port}/api/graphql` }
}

test('the product is killed in a burst of dots: what it acknowledged is there, and the next one goes on', async () => {
  const database = await testDatabase()
  const here = await makeRoom(database.db)
  const first = await spawnServer(database.url)
  const ended = once(first.child, 'exit')
  const attempts = await burst(first, here, (held) => {
    if (held >= ENOUGH) first.child.kill('SIGKILL')
  })
  expect(await ended).toEqual([null, 'SIGKILL'])
  await expectKept(database.db, here, attempts)
  const second = await spawnServer(database.url)
  try {
    const again = await burst(second, here, () => {})
    expect(placesOf(again, 'UNKNOWN')).toEqual([])
    expect((await findDots(database.db, here)).places.size).toBe(VOTERS * 4)
  } finally {
    second.child.kill('SIGKILL')
    await once(second.child, 'exit')
    await database.close()
  }
}, 120_000)
