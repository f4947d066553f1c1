import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, runNode, Stop, say, seconds } from './run.mjs'

const OLDEST_NODE = [20, 19]

/** Installs exactly what the lockfile of the project, or of a folder of it, names, if anything of it is missing. */
export async function install(folder = '.') {
  refuseOldNode()
  if (isInstalled(folder)) return
  const start = Date.now()
  say(folder === '.' ? 'Installing packages …' : `Installing the packages of ${folder} …`)
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--prefix', folder, '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath
  const options = { waiting: 'installing' }
  const { code, output } = await (npm?.endsWith('.js')
    ? runNode([npm, ...args], options)
    : run('npm', args, options))
  if (code !== 0) throw new Stop(`${output}\nThe packages could not be installed; the reason stands above.`)
  say(`Installed in ${seconds(start)}.`)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = OLDEST_NODE
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  throw new Stop(`Node ${OLDEST_NODE.join('.')} or newer is needed, and this is ${process.versions.node}.`)
}

/** npm notes what it has installed when it is done; that note has to cover the lockfile. */
function isInstalled(folder) {
  const note = join(ROOT, folder, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const installed = readPackages(note)
  return Object.entries(readPackages(join(ROOT, folder, 'package-lock.json'))).every(
    // Optional packages are of this platform or of another; npm has decided.
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages
}
