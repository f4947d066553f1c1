import type { Database } from '#db/client.ts'

/** Runs some work and answers how many statements it sent to Postgres within transactions. */
export async function countInTransactions(db: Database, work: () => Promise<unknown>): Promise<number> {
  const client = db.$client
  const begin = client.begin
  let statements = 0
  const counted: typeof begin = (...given: unknown[]) => {
    const within = given.at(-1) as (tx: object) => unknown
    const counting = (tx: object) =>
      within(
        new Proxy(tx, {
          get(of, name) {
            if (name === 'unsafe') statements += 1
            return Reflect.get(of, name)
          },
        }),
      )
    return Reflect.apply(begin, client, [...given.slice(0, -1), counting])
  }
  client.begin = counted
  try {
    await work()
    return statements
  } finally {
    client.begin = begin
  }
}
