import DataLoader from 'dataloader'
import type { Database } from './client.ts'

/** Milliseconds that a read waits for the one before it at most: a connection that has died must not hold up the others. */
const PATIENCE = 100

/**
 * Reads for many at once. While a statement is under way, those who ask wait, and all of them are read for by the next.
 * Nothing is kept: whatever was written before somebody asked is in their answer. A room of phones asks in the same
 * instant, and its statements become the fewer the more there are. `read` gives a value for each key, in their order.
 */
export function gather<Key, Value>(
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  let underWay: Promise<unknown> | null = null
  const begin = (keys: readonly Key[]) => {
    const values = read(keys)
    const over = settled(values).then(() => {
      if (underWay === over) underWay = null
    })
    underWay = over
    return values
  }
  const loader = new DataLoader(begin, {
    cache: false,
    // Immediates run after all requests that have arrived were read.
    batchScheduleFn: (depart) => {
      if (underWay === null) setImmediate(depart)
      else void underWay.then(() => setImmediate(depart))
    },
  })
  return (key) => loader.load(key)
}

/**
 * The keys of a statement as rows, out of its first value: see `keysOf`. Postgres expects as many of them each time, and so
 * plans such a statement once; with an array it plans anew for each, which takes longer than reading a few rows.
 */
export const GIVEN = 'jsonb_array_elements_text($1::text::jsonb) as given(key)'

/** The keys as GIVEN reads them, each once. */
export function keysOf(keys: readonly string[]): string {
  return JSON.stringify([...new Set(keys)])
}

/** The same `make` for everybody on one pool. Transactions have none: what they read is theirs alone. */
export function perPool<Made>(make: (sql: Database['$client']) => Made): (db: Database) => Made {
  const made = new WeakMap<Database['$client'], Made>()
  return ({ $client }) => {
    let own = made.get($client)
    if (own === undefined) {
      own = make($client)
      made.set($client, own)
    }
    return own
  }
}

type Ride = { now: Promise<unknown>; next: Promise<unknown> | null }

/**
 * Makes `share`, which does the same for reads that are dear and that many ask for in the same words, which the key stands
 * for: those who ask while one is under way share the next. What is shared belongs to nobody, and must not be written on.
 */
export function createShare(): <Value>(key: string, read: () => Promise<Value>) => Promise<Value> {
  const rides = new Map<string, Ride>()
  function start<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const now = read()
    const ride: Ride = { now: settled(now), next: null }
    rides.set(key, ride)
    void ride.now.then(() => {
      if (ride.next === null && rides.get(key) === ride) rides.delete(key)
    })
    return now
  }
  return <Value>(key: string, read: () => Promise<Value>) => {
    const ride = rides.get(key)
    if (ride === undefined) return start(key, read)
    ride.next ??= ride.now.then(() => start(key, read))
    return ride.next as Promise<Value>
  }
}

/** Resolves when the promise has ended, whichever way, or when waiting for it has taken long enough. */
function settled(promise: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(resolve, PATIENCE)
    const over = () => {
      clearTimeout(impatience)
      resolve()
    }
    promise.then(over, over)
  })
}

/** Shares reads among all who use one pool. */
export const sharedOn = perPool(createShare)
