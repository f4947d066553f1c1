import { askWithToken } from '../ask-with-token.ts'

/** What came back, in words: its status, how long it took, what is left of the minute. */
export type Told = { status: string; details: readonly string[] }

type Question = { query: string; variables?: unknown; operationName?: string | null }

/** Sends a question and gives the answer, whatever it says. */
export type Ask = (question: Question) => Promise<object>

const ENDPOINT = '/api/graphql'
const INTROSPECTION = 'IntrospectionQuery'

/**
 * What asks the endpoint, and tells how it went. With a token by POST, and without any cookie; else as whoever is signed
 * in, by GET, which the endpoint never lets change anything.
 */
export function createAsk(token: string, tell: (told: Told | null) => void): Ask {
  return async ({ query, variables, operationName: named }) => {
    const operationName = isNamedIn(query, named) ? named : null
    const started = performance.now()
    try {
      const response = await (token === ''
        ? askAsMyself({ query, variables, operationName })
        : askWithToken({ query, variables, operationName, token }))
      const text = await response.text()
      // The editors ask for the contract by themselves, which is news only where it fails.
      if (operationName !== INTROSPECTION || !response.ok) tell(inWords(response, text, started))
      return JSON.parse(text)
    } catch (error) {
      tell(null)
      throw error
    }
  }
}

/** The editors read names a moment after they were written: whoever runs at once would ask by one that has gone. */
function isNamedIn(query: string, name: string | null | undefined): boolean {
  return !!name && new RegExp(`\\b(?:query|mutation)\\s+${name}\\b`).test(query)
}

function askAsMyself({ query, variables, operationName }: Question): Promise<Response> {
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables ?? {}) })
  if (operationName) asked.set('operationName', operationName)
  return fetch(`${ENDPOINT}?${asked}`, { cache: 'no-store', headers: { 'apollo-require-preflight': '1' } })
}

function inWords(response: Response, text: string, started: number): Told {
  const took = Math.round(performance.now() - started)
  const left = readLeft(response.headers.get('ratelimit') ?? '')
  return {
    status: `${response.status} ${response.statusText}`.trim(),
    details: [`${took} ms`, `${text.length.toLocaleString('en-GB')} characters`, ...left],
  }
}

/** What is left of the token's minute, in words. */
function readLeft(header: string): string[] {
  const [, requests, seconds, cost] = /"requests";r=(\d+);t=(\d+), "cost";r=(\d+)/.exec(header) ?? []
  if (requests === undefined) return []
  return [
    `${requests} requests and a cost of ${Number(cost).toLocaleString('en-GB')} left for ${seconds} seconds`,
  ]
}
