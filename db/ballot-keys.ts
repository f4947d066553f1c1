// The key of each open round, in a file of its own outside of Postgres: what joins a seat to its ballot, and a dot to its
// issue, is in no table, no write-ahead log, no dump and no backup of the database. Closing overwrites and removes the file.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env, StartError } from '#env.ts'
import { type BallotKey, deriveBallotKey } from './ballot-seals.ts'

const KEY_BYTES = 32
/** For so long a key is used without looking whether its file is still there. */
const TRUSTED_MS = 60_000

/** The file of an open round is not where it should be: its dots can be neither read nor counted. */
export class BallotKeyMissing extends Error {
  override name = 'BallotKeyMissing'
  constructor(readonly roundId: string) {
    super(`The ballot key of the open round ${roundId} is missing from ${directory()}.`)
  }
}

type Loaded = { key: BallotKey; until: number }
const loaded = new Map<string, Loaded>()

/**
 * Makes the key of a round that is being opened, and has it on the disk before this returns. A round that was not opened
 * after all has no dots, so its key is used by the next attempt.
 */
export async function createBallotKey(roundId: string): Promise<BallotKey> {
  const path = pathOf(roundId)
  await mkdir(directory(), { recursive: true, mode: 0o700 })
  await writeDurably(path, randomBytes(KEY_BYTES), 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return ballotKey(roundId)
}

/** The key of an open round. Throws BallotKeyMissing. */
export async function ballotKey(roundId: string): Promise<BallotKey> {
  const known = loaded.get(roundId)
  if (known && known.until > Date.now()) return known.key
  const secret = await readFile(pathOf(roundId)).catch(() => null)
  if (secret?.length !== KEY_BYTES) throw new BallotKeyMissing(roundId)
  const key = known?.key ?? deriveBallotKey(secret)
  secret.fill(0)
  loaded.set(roundId, { key, until: Date.now() + TRUSTED_MS })
  return key
}

/** Overwrites the key of a round, removes it and forgets it. A key that is not there is no error. */
export async function destroyBallotKey(roundId: string): Promise<void> {
  const known = loaded.get(roundId)
  if (known) for (const part of Object.values(known.key)) part.fill(0)
  loaded.delete(roundId)
  const path = pathOf(roundId)
  try {
    await writeDurably(path, randomBytes(KEY_BYTES), 'r+')
    await rm(path, { force: true })
    await syncDirectory()
  } catch (error) {
    // Somebody else who closed, or the sweep, was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Ids of the rounds that have a key here, with the moment at which each was written. */
export async function listBallotKeys(): Promise<{ roundId: string; writtenAt: Date }[]> {
  const names = await readdir(directory()).catch(() => [])
  const keys = await Promise.all(
    names.map(async (roundId) => {
      const found = await stat(pathOf(roundId)).catch(() => null)
      return found ? [{ roundId, writtenAt: found.mtime }] : []
    }),
  )
  return keys.flat()
}

/** Refuses to start where keys could not be kept: the first vote would fail instead. Throws StartError. */
export async function prepareBallotKeys(): Promise<void> {
  try {
    await mkdir(directory(), { recursive: true, mode: 0o700 })
    const probe = join(directory(), `.probe-${process.pid}`)
    await writeDurably(probe, randomBytes(1), 'w')
    await rm(probe)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartError(`Keys of ballots cannot be kept in ${directory()} (BALLOT_KEYS_DIR): ${reason}.`, {
      cause,
    })
  }
}

function directory(): string {
  return env().BALLOT_KEYS_DIR ?? join(env().QLAB_DATA_DIR, 'ballot-keys')
}

function pathOf(roundId: string): string {
  return join(directory(), roundId)
}

async function writeDurably(path: string, bytes: Uint8Array, flag: string): Promise<void> {
  const file = await open(path, flag, 0o600)
  try {
    await file.write(bytes, 0, bytes.length, 0)
    await file.sync()
  } finally {
    await file.close()
  }
  if (flag === 'wx') await syncDirectory()
}

// A name in a folder outlives a power cut once the folder itself was written.
async function syncDirectory(): Promise<void> {
  const folder = await open(directory(), 'r')
  await folder.sync().finally(() => folder.close())
}
