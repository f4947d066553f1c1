import { tokenOf } from './dataset/build.ts'

/** Milliseconds that something took: half of the times less, and 19 of 20. */
export type Times = { name: string; p50: number; p95: number }

/** Does something so many times, after a few that are not counted. */
export async function timed(name: string, times: number, work: () => unknown): Promise<Times> {
  const taken: number[] = []
  for (let round = -times / 4; round < times; round += 1) {
    const start = performance.now()
    await work()
    if (round >= 0) taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0
  return { name, p50: at(0.5), p95: at(0.95) }
}

/** Asks the product as somebody, and gives the data of the answer. */
export async function askProduct<Data>(
  { url, personId }: { url: string; personId: string },
  query: string,
  variables: object,
): Promise<Data | undefined> {
  const answer = await fetch(`${url}/api/graphql`, {
    method: 'POST',
    headers: {
      cookie: `qlab.session=${tokenOf(personId)}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  })
  return ((await answer.json()) as { data?: Data }).data
}
