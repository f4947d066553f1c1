const WHILE_MS = 6_000
let changedAt = Number.NEGATIVE_INFINITY

/** Remembers that the viewer has just changed something, so that it is not announced to them as news. */
export function noteOwnChange(): void {
  changedAt = performance.now()
}

/** Whether the change that is seen now may well be the viewer's own. Asked once for each: the next one is news again. */
export function takeOwnChange(): boolean {
  const own = performance.now() - changedAt < WHILE_MS
  changedAt = Number.NEGATIVE_INFINITY
  return own
}
