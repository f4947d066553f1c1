import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from '#env.ts'

/** The account PostgreSQL runs under when we are root, which it refuses to be. */
export type ServerUser = { uid: number; gid: number }

/** `postgres` if the machine has that account, else `nobody`; undefined when we are not root. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such account: try the next.
    }
  }
  throw new StartError(
    'PostgreSQL does not run as root. Start as another user, or name a database in DATABASE_URL.',
  )
}

/** True when any account of this machine may pass through to `path`. */
export function isReachableByAll(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0
  const parent = dirname(path)
  return open && (parent === path || isReachableByAll(parent))
}

/** Makes a folder others may pass through. Refuses one that somebody else prepared, as programs are run from it. */
export function ownedFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o755 })
  const found = lstatSync(path)
  const ours = process.getuid === undefined || found.uid === process.getuid()
  if (found.isDirectory() && ours && (found.mode & 0o022) === 0) return
  throw new StartError(
    `${path} belongs to another user or may be changed by others. Remove it, or set QLAB_DATA_DIR.`,
  )
}
