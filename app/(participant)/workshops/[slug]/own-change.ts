const WHILE_MS = 6_000
let changedAt = Number.NEGATIVE_INFINITY

/** Remembers that the viewer has just changed something, so that it is not announced to them as news. */
export function noteOwnChange(): void {
  changedAt = performance.now()
}

/** Whether what has changed may well be the viewer's own doing. */
export function isOwnChange(): boolean {
  return performance.now() - changedAt < WHILE_MS
}
