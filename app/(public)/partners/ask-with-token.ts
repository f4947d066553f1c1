/** What is asked of the endpoint with a token. */
export type TokenQuestion = {
  query: string
  variables?: unknown
  operationName?: string | null
  token: string
}

/** Asks the endpoint with a token, and without any cookie. */
export function askWithToken({ token, ...question }: TokenQuestion): Promise<Response> {
  return fetch('/api/graphql', {
    method: 'POST',
    credentials: 'omit',
    cache: 'no-store',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(question),
  })
}

/** The token as it was pasted: some copy the whole header. */
export function readToken(text: string): string {
  return text.trim().replace(/^Bearer\s+/i, '')
}
