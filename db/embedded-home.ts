import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { chown, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { StartError } from '#env.ts'
import { placeFor } from './embedded-place.ts'
import { findPrograms } from './embedded-programs.ts'
import { serverUser } from './embedded-user.ts'
import { keptSecret } from './kept-secret.ts'

/** Where the embedded server lives and as whom it runs. */
export type Home = {
  directory: string
  place: string
  cluster: string
  log: string
  password: string
  program: (name: 'initdb' | 'postgres') => string
  runAs: { cwd: '/'; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
  url: (port: number, role: 'qlab' | 'postgres') => string
}

/** Finds or makes the folders and programs. */
export async function openHome(directory: string): Promise<Home> {
  const inside = resolve(directory)
  mkdirSync(inside, { recursive: true })
  const user = serverUser()
  const place = placeFor(inside, user !== undefined)
  const programs = await findPrograms(place, user)
  const password = keptSecret(join(place, 'password'))
  return {
    directory: inside,
    place,
    cluster: join(place, 'cluster'),
    log: join(place, 'log'),
    password,
    program: (name) => join(programs, name),
    runAs: { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' }, ...user },
    url: (port, role) =>
      `postgres://${role}:${password}@127.0.0.1:${port}/${role === 'qlab' ? 'qlab' : 'postgres'}`,
  }
}

/** Makes the data directory once. It appears under its name only when it is whole. */
export async function createCluster(home: Home, say: (line: string) => void): Promise<void> {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return
  say('Creating the database …')
  const draft = `${home.cluster}.new`
  const passwordFile = `${home.cluster}.password`
  await rm(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  await writeFile(passwordFile, home.password, { mode: 0o600 })
  await giveTo(home, draft, passwordFile)
  try {
    await runInitdb(home, draft, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, home.cluster)
}

async function giveTo({ runAs }: Home, ...paths: string[]): Promise<void> {
  const { uid, gid } = runAs
  if (uid === undefined || gid === undefined) return
  await Promise.all(paths.map((path) => chown(path, uid, gid)))
}

async function runInitdb(home: Home, cluster: string, passwordFile: string): Promise<void> {
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  // The built-in locale behaves the same on every machine.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const child = spawn(home.program('initdb'), ['-D', cluster, ...flags, ...locale], {
    ...home.runAs,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const [code] = await once(child, 'close') // rejects when the program cannot be run
  if (code !== 0) throw new StartError(`The database could not be created. ${complaint.trim()}`)
}

/** A port nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}

/** The end of the server's log: why it did not start. */
export function lastWords(home: Home): string {
  const text = existsSync(home.log) ? readFileSync(home.log, 'utf8') : ''
  return text.trim().split('\n').slice(-3).join(' ')
}
