import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '#env.ts'
import { findFreePort, type Home, lastWords } from './embedded-home.ts'
import { readPostmaster } from './embedded-postmaster.ts'

export type Supervised = { port: number; stop: () => Promise<void> }

type Options = { durable: boolean; warn: (problem: string) => void; restarted: () => Promise<void> }
type Launch = { home: Home; port: number; durable: boolean; stopping: AbortSignal }

/** Runs PostgreSQL on a free port, and runs it again there whenever it ends unasked. */
export async function supervise(home: Home, { durable, warn, restarted }: Options): Promise<Supervised> {
  const stopping = new AbortController()
  const first = { home, durable, stopping: stopping.signal }
  const { port, child: firstChild } = await launchOnFreePort(first)

  let child = firstChild
  const watching = watch()

  async function watch(): Promise<void> {
    for (;;) {
      await ended(child)
      if (stopping.signal.aborted) return
      warn(`PostgreSQL ended unexpectedly and is being restarted. ${lastWords(home)}`)
      child = await relaunch({ ...first, port })
      await restarted()
    }
  }

  return {
    port,
    async stop() {
      stopping.abort()
      await stopChild(child)
      await watching
    },
  }
}

async function launchOnFreePort(
  launch: Omit<Launch, 'port'>,
): Promise<{ port: number; child: ChildProcess }> {
  // Another program may take the port between finding and using it.
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort()
    try {
      return { port, child: await start({ ...launch, port }) }
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

/** Tries until it succeeds: a full disk may be cleared, and the product answers "not ready" meanwhile. */
async function relaunch(launch: Launch): Promise<ChildProcess> {
  for (let delay = 100; ; delay = Math.min(delay * 2, 5_000)) {
    try {
      return await start(launch)
    } catch {
      await wait(delay)
    }
  }
}

/** After a kill -9 the dead server's own children need a moment to let go of the data. */
async function start(launch: Launch): Promise<ChildProcess> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const child = spawnPostgres(launch)
    if (child.pid === undefined) {
      const [error] = await once(child, 'error')
      throw new StartError(`PostgreSQL could not be run. ${error.message}`)
    }
    await readyOrEnded(launch.home, child)
    if (launch.stopping.aborted) await stopChild(child)
    if (isRunning(child) || launch.stopping.aborted) return child

    const reason = lastWords(launch.home)
    const stillHeld = /lock file|shared memory block/.test(reason)
    if (!stillHeld || Date.now() > deadline) throw new StartError(`PostgreSQL did not start. ${reason}`)
    await wait(250)
  }
}

function spawnPostgres({ home, port, durable }: Launch): ChildProcess {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    jit: 'off',
    // The data lies on a solid-state disk, and nearly always in memory: reading by index costs little more than in order.
    random_page_cost: 1.1,
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    // Refused statements carry people's words; the product logs them after cleaning.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(home.log, 'w', 0o600)
  try {
    // Detached: Ctrl-C in a terminal then reaches the product only, and Postgres goes last.
    const child = spawn(home.program('postgres'), ['-D', home.cluster, ...flags], {
      ...home.runAs,
      detached: true,
      stdio: ['ignore', output, output],
    })
    child.on('error', () => {}) // start() reports it; unheard, it would end the process
    // The last resort when this process ends without stop(): ask Postgres to shut down, do not wait.
    const abandon = () => child.kill('SIGINT')
    process.once('exit', abandon)
    child.once('exit', () => process.off('exit', abandon))
    return child
  } finally {
    closeSync(output)
  }
}

async function readyOrEnded(home: Home, child: ChildProcess): Promise<void> {
  // No deadline: recovery after a crash may be long, and while the process lives it is working.
  while (isRunning(child)) {
    const postmaster = await readPostmaster(home.cluster)
    if (postmaster?.pid === child.pid && postmaster?.ready) return
    await wait(10)
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

async function ended(child: ChildProcess): Promise<void> {
  if (isRunning(child)) await once(child, 'exit')
}

async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGINT') // "fast": rolls back what is open and writes a checkpoint
  const late = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended(child)
  clearTimeout(late)
}
