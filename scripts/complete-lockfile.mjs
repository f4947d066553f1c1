// Usage: npm run lockfile [folder]. Run it after every change of dependencies.
//
// Where a registry does not carry the packages of other platforms, npm drops them from the lockfile without a word,
// and `npm ci` then refuses that lockfile. This puts each dropped optional package back, as an entry that npm skips
// on machines of another kind, with the digest that its contents must have wherever it is installed.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const path = join(process.argv[2] ?? '.', 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const added = []

for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(parent, name)) continue
    lock.packages[`node_modules/${name}`] = stub(name, version, entry)
    added.push(name)
  }
}

const run = promisify(execFile)
const bare = Object.entries(lock.packages).filter(
  ([place, entry]) => place && !entry.link && !entry.integrity,
)
await Promise.all(bare.map(([place, entry]) => addIntegrity(place, entry)))

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
if (added.length + bare.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added.length > 0 ? `Put back ${added.length} packages: ${added.join(', ')}` : `${path} is complete.`,
)

/** The digest of the version that was published: npm refuses anything else under this name. */
async function addIntegrity(place, entry) {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const { stdout } = await run('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'])
  if (!stdout.startsWith('sha512-'))
    throw new Error(`The registry knows no digest of ${name}@${entry.version}.`)
  entry.integrity = stdout.trim()
}

/** Looks where Node would: beside the parent's own dependencies, then one level up each time. */
function isLocked(parent, name) {
  for (let folder = parent; ; ) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
    const end = folder.lastIndexOf('/node_modules/')
    folder = end < 0 ? '' : folder.slice(0, end)
  }
}

function stub(name, version, parent) {
  const words = name.split('/').at(-1).split('-')
  const system = SYSTEMS.find((known) => words.includes(known))
  const cpu = PROCESSORS.find((known) => words.includes(known))
  if (!system && !cpu) throw new Error(`Which platform is ${name} for? Teach scripts/complete-lockfile.mjs.`)
  const musl = words.some((word) => word.startsWith('musl'))
  const glibc = words.some((word) => word.startsWith('gnu'))
  return {
    version: version.replace(/^[^\d]*/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...((musl || glibc) && { libc: [musl ? 'musl' : 'glibc'] }),
    optional: true,
    ...(system && { os: [system] }),
  }
}
