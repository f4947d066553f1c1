import { StartError } from '#env.ts'
import { type Claim, claim, prepareDatabase } from './embedded-claim.ts'
import { createCluster, type Home, openHome } from './embedded-home.ts'
import { clearLockFile, readPostmaster, stopPostmaster } from './embedded-postmaster.ts'
import { supervise } from './embedded-supervisor.ts'

/** A PostgreSQL server of our own: started with the product, restarted when it falls, stopped with it. */
export type Embedded = {
  /** For the product: its role owns its database and is no superuser. */
  url: string
  /** For tests: the superuser on the `postgres` database. */
  adminUrl: string
  /** The folder it keeps its files in. */
  place: string
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  /** The folder that will hold `postgres/`. */
  directory: string
  /** False only in tests: then a power cut may lose data. */
  durable?: boolean
  /** Told what takes a moment. */
  say?: (line: string) => void
  /** Told when the server fell and is being restarted. */
  warn?: (problem: string) => void
}

/** Starts PostgreSQL on a free port, after a crash too. Rejects if another live product holds the same data. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { directory, durable = true, say = () => {}, warn = () => {} } = options
  const home = await openHome(directory)
  await endLeftover(home)
  await createCluster(home, say)

  let held: Claim | undefined
  const restarted = async () => held?.retake()
  const server = await supervise(home, { durable, warn, restarted })
  try {
    await prepareDatabase(home, server.port)
    held = await claim(home, server.port)
    if (!held) throw inUse(home)
    return {
      url: home.url(server.port, 'qlab'),
      adminUrl: home.url(server.port, 'postgres'),
      place: home.place,
      async stop() {
        await held?.release()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The address of the PostgreSQL that a running product keeps for this folder, or null. */
export async function findRunningEmbedded(directory: string): Promise<string | null> {
  const home = await openHome(directory)
  const postmaster = await readPostmaster(home.cluster)
  return postmaster?.ready ? home.url(postmaster.port, 'qlab') : null
}

/** A product that was killed leaves its Postgres behind, holding the data. Stop that one, never one still in use. */
async function endLeftover(home: Home): Promise<void> {
  const leftover = await readPostmaster(home.cluster)
  if (!leftover) return clearLockFile(home.cluster)
  const held = await claim(home, leftover.port).catch(() => 'unreachable' as const)
  if (held === undefined) throw inUse(home)
  if (held !== 'unreachable') await held.release()
  await stopPostmaster(leftover.pid)
}

function inUse(home: Home): StartError {
  return new StartError(
    `Another Q Lab Workshops is running on ${home.directory}. Stop it first, or set QLAB_DATA_DIR to another folder.`,
  )
}
