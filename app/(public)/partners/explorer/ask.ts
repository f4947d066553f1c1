import { askWithToken, type TokenQuestion } from '../ask-with-token.ts'

/** What came back, ready to be shown. */
export type Told = { status: string; details: readonly string[]; body: string }

const ENDPOINT = '/api/graphql'

/**
 * Asks the endpoint. With a token by POST, and without any cookie; else as whoever is signed in, by GET, which the
 * endpoint never lets change anything.
 */
export async function ask(question: TokenQuestion): Promise<Told> {
  const started = performance.now()
  const response = question.token === '' ? await askAsMyself(question) : await askWithToken(question)
  const text = await response.text()
  const took = Math.round(performance.now() - started)
  const left = readLeft(response.headers.get('ratelimit') ?? '')
  return {
    status: `${response.status} ${response.statusText}`.trim(),
    details: [`${took} ms`, `${text.length.toLocaleString('en-GB')} characters`, ...left],
    body: indent(text),
  }
}

function askAsMyself({ query, variables }: TokenQuestion): Promise<Response> {
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  return fetch(`${ENDPOINT}?${asked}`, { cache: 'no-store', headers: { 'apollo-require-preflight': '1' } })
}

/** What is left of the token's minute, in words. */
function readLeft(header: string): string[] {
  const [, requests, seconds, cost] = /"requests";r=(\d+);t=(\d+), "cost";r=(\d+)/.exec(header) ?? []
  if (requests === undefined) return []
  return [
    `${requests} requests and a cost of ${Number(cost).toLocaleString('en-GB')} left for ${seconds} seconds`,
  ]
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
