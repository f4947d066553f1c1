const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 20_000

/**
 * Tries until it is delivered: again after growing pauses, and at once when the browser says it is back online.
 * `attempt` answers false when there was no way to the server. Returns how to stop.
 */
export function deliver(attempt: (isStopped: () => boolean) => Promise<boolean>): () => void {
  let stopped = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS
  const isStopped = () => stopped

  async function run() {
    waiting = undefined
    const delivered = await attempt(isStopped)
    if (stopped || delivered) return
    waiting = setTimeout(run, pause)
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
  }

  function hurry() {
    if (waiting === undefined) return
    clearTimeout(waiting)
    void run()
  }

  void run()
  window.addEventListener('online', hurry)
  return () => {
    stopped = true
    clearTimeout(waiting)
    window.removeEventListener('online', hurry)
  }
}
