import { createHash } from 'node:crypto'

/** A file of the schema, for anybody; a client that has it already gets a 304. */
export function serveSchema(request: Request, { text, type }: { text: string; type: string }): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' }
  const known = (request.headers.get('if-none-match') ?? '').split(',')
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}
