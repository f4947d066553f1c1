import type { IncomingMessage } from 'node:http'
import type { Database } from '#db/client.ts'
import { isListedOrigin } from '#db/queries/partner-usage.ts'

/** A browser asks first whether it may send what a page of another origin wants it to. */
export function isPreflight({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

/** What a browser is told that asks whether a page of another origin may send a token; null unless some token lists the origin. */
export async function grantPreflight(
  db: Database,
  { headers: { origin } }: Pick<IncomingMessage, 'headers'>,
): Promise<Record<string, string> | null> {
  if (origin === undefined || !(await isListedOrigin(db, origin))) return null
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, if-none-match',
    'access-control-max-age': '600',
    vary: 'origin',
  }
}

/** What lets a page of an origin that the token lists read the answer. Cookies are never part of it. */
export function corsHeaders(origin: string | undefined, listed: readonly string[]): Record<string, string> {
  if (origin === undefined || !listed.includes(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'etag, ratelimit, ratelimit-policy, retry-after, x-request-id',
  }
}
