import { createHash } from 'node:crypto'
import { frameAncestors } from '#domain/embeds.ts'

type Content = {
  type: string
  /** What the content is made from; the same words are the same content. */
  words: string
  /** Directives of the policy beside those that every answer has. */
  policy?: string
  origins: readonly string[]
  cache: string
  body: () => BodyInit | Promise<BodyInit>
}

/** An answer that may be kept and asked about again by its tag, and framed by those who are listed and nobody else. */
export async function respond(request: Request, content: Content): Promise<Response> {
  const { type, words, policy, origins, cache } = content
  const ancestors = frameAncestors(origins)
  const tag = `"${tagOf([type, ancestors, words])}"`
  const headers = {
    etag: tag,
    'cache-control': cache,
    'content-security-policy': [CLOSED, ...(policy ? [policy] : []), ancestors].join('; '),
  }
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  return new Response(await content.body(), { headers: { ...headers, 'content-type': type } })
}

const CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'"

/** What is not published is not there, and nobody frames the sentence that says so. */
export function respondMissing(): Response {
  return new Response('This page is not there, or not published.\n', {
    status: 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `${CLOSED}; ${frameAncestors([])}`,
    },
  })
}

/** A short name for content, by what it is made from. */
export function tagOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)
}

// A proxy that packs an answer makes its tag a weak one.
function isKnown(asked: string | null, tag: string): boolean {
  const tags = (asked ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}
