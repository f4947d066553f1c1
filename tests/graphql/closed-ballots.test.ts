import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ballotKey } from '#db/ballot-keys.ts'
import { type BallotKey, deriveBallotKey, openDots, SEAL_BYTES, voterOf } from '#db/ballot-seals.ts'
import { type Connection, connect } from '#db/client.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { hashToken } from '#db/queries/sessions.ts'
import { closeRound, destroyKeysOfClosedRounds } from '#db/queries/tallies.ts'
import { env } from '#env.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { seatPeople } from '#tests/support/burst.ts'
import { ask, serve, signedIn, type TestServer } from '#tests/support/http-server.ts'
import { placesOf, readRawFiles, writtenAs, writtenId } from '#tests/support/raw-files.ts'
import { room as makeRoom, type Room } from '#tests/support/room.ts'
import { MOVE } from '#tests/support/voting.ts'

/**
 * Who takes everything away after a vote has closed (the data directory, the write-ahead log, a dump, the product's own
 * files, the database's log with every statement and its values) joins no dot to its voter.
 */

const [VOTERS, DOTS] = [60, 4]
// Two values of one row, and of one record of the write-ahead log, lie closer together.
const NEAR = 100

let [directory, keys]: string[] = []
let postgres: Embedded
let product: Connection
let server: TestServer
let here: Room
/** Option numbers of each voter, as they were cast. */
const choiceOf = (voter: number) =>
  Array.from({ length: DOTS }, (_, dot) => (voter + dot * (1 + (voter % 3))) % 20)

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'qlab-closed-'))
  await chmod(directory, 0o755)
  keys = env().BALLOT_KEYS_DIR ?? ''
  postgres = await startEmbedded({ directory, durable: true })
  await migrateDatabase(postgres.url)
  const admin = connect(postgres.adminUrl, { pool: 1 })
  await admin.sql.unsafe(`alter system set log_statement = 'all'`)
  await admin.sql.unsafe('alter system set log_min_duration_statement = 0')
  await admin.sql.unsafe('alter system set log_parameter_max_length = -1')
  await admin.sql`select pg_reload_conf()`
  product = connect(postgres.url, { pool: 8 })
  server = await serve(await createGraphqlServer(product.db))
  here = await makeRoom(product.db, { voters: VOTERS, options: 20, dots: DOTS })
  await admin.close()
  await startNextWalFile()
  await seatPeople(product.db, here)
  await Promise.all(here.seatIds.flatMap((_, voter) => choiceOf(voter).map((option) => cast(voter, option))))
})
afterAll(async () => {
  await server.close()
  await product.close()
  await postgres.stop()
  await rm(directory ?? '', { recursive: true, force: true })
})

async function cast(voter: number, option: number): Promise<void> {
  const variables = { workshopId: here.workshopId, optionId: here.optionIds[option] }
  const { data } = await ask(server, MOVE.castVote, variables, signedIn({ token: here.seatIds[voter] ?? '' }))
  expect(data?.castVote).toMatchObject({ hasDot: true })
}

/** Every row of every table as text, far apart from each other. */
async function dump(): Promise<Buffer> {
  const tables = await product.db.execute<{ name: string }>(sql`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  const lines: string[] = []
  for (const { name } of tables) {
    const rows = await product.db.execute<{ line: string }>(sql.raw(`select t::text as line from ${name} t`))
    for (const { line } of rows) lines.push(line.replaceAll('\\x', '').replaceAll('"', ''))
  }
  return Buffer.from(lines.join('\n'.repeat(NEAR)))
}

/** What was only written one after the other does not lie side by side. */
async function startNextWalFile(): Promise<void> {
  const admin = connect(postgres.adminUrl, { pool: 1 })
  await admin.sql`select pg_switch_wal()`
  await admin.close()
}

async function takeAway() {
  const admin = connect(postgres.adminUrl, { pool: 1 })
  await admin.sql`checkpoint`
  await admin.close()
  const files = await readRawFiles([directory ?? '', keys ?? ''])
  return [...files, { path: 'dump', bytes: await dump() }]
}

/** Dots of which some file has the voter, by any name that they have, beside the option. */
function joined(files: readonly { bytes: Buffer }[], names: readonly Buffer[][]): number {
  let dots = 0
  for (const [voter, own] of names.entries()) {
    const places = files.map(({ bytes }) => placesOf(own, bytes))
    for (const option of choiceOf(voter)) {
      const wanted = writtenId(here.optionIds[option] ?? '')
      const found = files.some(({ bytes }, file) =>
        places[file]?.some(
          (at) => placesOf(wanted, bytes.subarray(Math.max(0, at - NEAR), at + NEAR)).length > 0,
        ),
      )
      if (found) dots += 1
    }
  }
  return dots
}

test('after closing, everything that is left joins no dot to its voter; with the key, while voting is open, all of it did', async () => {
  const secret = await readFile(join(keys ?? '', here.roundId))
  const key = deriveBallotKey(secret)
  const voters = here.seatIds.map((seatId) => voterOf(key, seatId))
  const names = here.seatIds.map((seatId, at) => [
    ...writtenAs(voters[at] ?? Buffer.alloc(0)),
    ...writtenId(seatId),
    Buffer.from(hashToken(seatId)),
  ])

  // The script is able to find: with the key in hand the raw files give every dot away.
  const open = await takeAway()
  expect(open.filter(({ bytes }) => bytes.equals(secret))).toHaveLength(1)
  expect(openedFrom(open, key, voters)).toBe(VOTERS * DOTS)

  await startNextWalFile()
  await product.db.transaction((tx) => closeRound(tx, here.roundId))
  await destroyKeysOfClosedRounds(product.db)
  const closed = await takeAway()
  // What the voters were called is still there, in old pages and in the log, and leads nowhere.
  expect(
    closed.some(({ bytes }) => placesOf(writtenAs(voters[0] ?? Buffer.alloc(0)), bytes).length > 0),
  ).toBe(true)
  for (const part of [secret, ...Object.values(deriveBallotKey(secret))]) {
    for (const { path, bytes } of closed) expect([path, placesOf(writtenAs(part), bytes)]).toEqual([path, []])
  }
  expect(joined(closed, names)).toBe(0)
  await expect(ballotKey(here.roundId)).rejects.toThrow('missing')
  const log = closed.filter(({ bytes }) => placesOf([Buffer.from('cast_dot')], bytes).length > 0)
  expect(log.length).toBeGreaterThan(0)
  const options = here.optionIds.flatMap(writtenId)
  const lines = log.flatMap(({ bytes }) => bytes.toString('latin1').split('\n'))
  const telling = lines.filter((line) => options.some((id) => line.includes(id.toString('latin1'))))
  expect(
    telling.filter((line) => here.seatIds.some((id) => line.includes(id) || line.includes(hashToken(id)))),
  ).toEqual([])
})

/** How many dots can be opened, with the key, from what stands behind a voter's name in some file. */
function openedFrom(files: readonly { bytes: Buffer }[], key: BallotKey, voters: readonly Buffer[]): number {
  const dots = voters.map((voter, at) => {
    const positions = new Set(
      files.flatMap(({ bytes }) =>
        placesOf([voter], bytes).flatMap((place) => openBehind(bytes, place + voter.length, key, voter)),
      ),
    )
    return choiceOf(at).filter((option) => positions.has(option + 1)).length
  })
  return dots.reduce((sum, some) => sum + some, 0)
}

// A value's length and its alignment stand between two columns of a row.
function openBehind(bytes: Buffer, from: number, key: BallotKey, voter: Buffer): number[] {
  return [0, 1, 2, 3].flatMap((gap) => {
    try {
      return openDots(key, voter, bytes.subarray(from + gap, from + gap + SEAL_BYTES))
    } catch {
      return []
    }
  })
}
