// What the scripts have in common: saying things calmly and running programs quietly.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** The file behind a command of an installed package, so that Node runs it without a shell, on every system. */
export function program(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs Node with these arguments. Its output stays out of sight; a step that takes long says so every twenty
 * seconds. Resolves to { code, output }.
 */
export function runNode(args, options) {
  return run(process.execPath, args, options)
}

export function run(command, args, { env = {}, waiting } = {}) {
  // Some programs take FORCE_COLOR=0 for a yes.
  const { FORCE_COLOR: _, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...inherited, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => chunks.push(chunk))
    }
    const start = Date.now()
    const patience = waiting && setInterval(() => say(`  still ${waiting}, ${seconds(start)}`), 20_000)
    // Asked to stop while a step runs: the step stops too. npm would first finish what it is at, so not for ever.
    const stop = (signal) => {
      child.kill(signal)
      setTimeout(() => child.kill('SIGKILL'), 1_000)
      child.once('exit', () => process.exit(130))
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
    const finish = () => {
      clearInterval(patience)
      process.off('SIGINT', stop).off('SIGTERM', stop)
    }
    child.once('error', (error) => {
      finish()
      reject(error)
    })
    child.once('close', (code) => {
      finish()
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}

/** For people: "4 s", "1 min 12 s". */
export function seconds(since) {
  const total = Math.round((Date.now() - since) / 1000)
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`
}

/** A reason for stopping that is one sentence for the person at the terminal. */
export class Stop extends Error {}

/** Ends the script with one sentence for what was expected to be possible, with everything for a bug. */
export function fail(error) {
  const expected = error instanceof Stop || error?.name === 'StartError'
  process.stderr.write(`${expected ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
}
