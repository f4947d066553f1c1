import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '../db/embedded-home.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Contender } from './operations.ts'

export type Running = { url: string; pid: number; stop: () => Promise<void> }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const POOL = 10

// All three are run by V8 as `npm start` sets it, so that none is ahead by that.
const V8_FLAGS = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))

const PROGRAMS: Record<Contender, { args: string[]; ready: string }> = {
  product: { args: ['scripts/start.mjs'], ready: '/api/ready' },
  postgraphile: { args: ['bench/postgraphile/server.mjs'], ready: '/graphql' },
  floor: { args: ['--import', 'tsx', 'bench/floor/server.ts'], ready: '/workshops' },
}

/** Starts one contender as a process of its own, on the same database and with as many connections as the others. */
export async function startContender(name: Contender, databaseUrl: string): Promise<Running> {
  const { args, ready } = PROGRAMS[name]
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    GRAPHILE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: String(POOL),
    QLAB_DATA_DIR: '.data/bench',
    PUBLIC_URL: '',
  }
  const child = spawn(process.execPath, [...V8_FLAGS, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => words.push(chunk))
  try {
    await untilReady(child, url + ready)
  } catch (cause) {
    await end(child)
    throw new Error(`${name} did not start. ${Buffer.concat(words).toString().trim()}`, { cause })
  }
  return { url, pid: child.pid ?? 0, stop: () => end(child) }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await wait(100)) {
    if (child.exitCode !== null) break
    const answered = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => null)
    // PostGraphile refuses a GET, which shows as well that it is there.
    if (answered !== null && answered.status < 500) return
  }
  throw new Error(`${url} does not answer.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(impatience)
}
