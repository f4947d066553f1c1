import { readFileSync } from 'node:fs'

/**
 * npm runs a script through a shell that passes no signals on: whoever stops npm would leave the product running.
 * So under npm the product stops as if asked to when the shell, or npm above it, is gone.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const line = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === line) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** The shell's process id and, where /proc tells it, npm's. */
function ancestors() {
  const shell = process.ppid
  try {
    const [, parent] = readFileSync(`/proc/${shell}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return `${shell} ${parent}`
  } catch {
    return `${shell}`
  }
}
