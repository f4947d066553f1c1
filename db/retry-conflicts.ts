import pRetry from 'p-retry'

/** Serialisation failures and deadlocks: Postgres undid the whole transaction and asks for it again. */
const CONFLICTS = new Set(['40001', '40P01'])

/** Runs a transaction or a statement again, three times at most, when it lost against another one. */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isConflict(error)) throw error
    return pRetry(work, { retries: 2, minTimeout: 10, factor: 3, randomize: true, shouldRetry: isConflict })
  }
}

function isConflict(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && CONFLICTS.has(String(cause.code))) return true
  }
  return false
}
