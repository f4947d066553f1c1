import { setImmediate as turn } from 'node:timers/promises'

/** How long one piece of work may keep everybody else waiting. */
const SLICE_MS = 8

/** Runs long work that pauses of itself, and lets other requests have their turn in between. */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const { value, done } = work.next()
    if (done) return value
    if (performance.now() - since < SLICE_MS) continue
    await turn()
    since = performance.now()
  }
}
