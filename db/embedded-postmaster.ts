import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What `postmaster.pid` says about the server that holds a data directory. */
export type Postmaster = { pid: number; port: number; ready: boolean }

/** The live server on this data directory, or null. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(lockFile(cluster), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid < 1 || lines[1] !== cluster || !(await isPostgres(pid))) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Takes away the lock file of a server that is no more: Postgres trusts the number in it alone, which after a reboot may
 * be anybody's, and in a copied folder is the original's. Only while none is starting here, whose file it would be.
 */
export async function clearLockFile(cluster: string): Promise<void> {
  await rm(lockFile(cluster), { force: true })
}

function lockFile(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

/** Asks a server that is not our child to shut down, and waits for it. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    if (!kill(pid, signal)) return
    for (let waited = 0; waited < seconds; waited += 0.05) {
      if (!(await isPostgres(pid))) return
      await wait(50)
    }
  }
}

function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!kill(pid, 0)) return false
  const name =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'comm=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        )
  // "123 (postgres) Z …" is dead and only waits for its parent to notice.
  return name.includes('postgres') && !/\) Z /.test(name)
}
