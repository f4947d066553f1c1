import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const LONG = 2_000
const compressors = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text),
}

/** An answer as it goes out: short where the client has it already, compressed where that is worth it. */
export type Sealed = { status: number; headers: OutgoingHttpHeaders; body: string | Buffer | null }

/**
 * Gives an answer a tag by which a GET need not be sent twice, and compresses it. Tags are weak: they stand for what is
 * said, in whatever coding.
 */
export async function seal(
  asked: Pick<IncomingMessage, 'method' | 'headers'>,
  { status, text }: { status: number; text: string },
): Promise<Sealed> {
  const kept = asked.method === 'GET' && status === 200
  const headers: OutgoingHttpHeaders = {
    'cache-control': kept ? 'private, no-cache' : 'private, no-store',
    vary: 'authorization, accept, accept-encoding, origin',
  }
  if (kept) {
    const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
    headers.etag = tag
    if (holdsTag(asked.headers['if-none-match'], tag)) return { status: 304, headers, body: null }
  }
  const coding = text.length < LONG ? null : chooseCoding(asked.headers['accept-encoding'])
  if (coding === null) return { status, headers, body: text }
  return {
    status,
    headers: { ...headers, 'content-encoding': coding },
    body: await compressors[coding](text),
  }
}

function holdsTag(header: string | undefined, tag: string): boolean {
  const strong = (text: string) => text.trim().replace(/^W\//, '')
  return (header ?? '').split(',').some((one) => one.trim() === '*' || strong(one) === strong(tag))
}

/** The coding that makes the shortest answer among those that the client takes. */
function chooseCoding(header: string | string[] | undefined): keyof typeof compressors | null {
  const taken = new Map(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', quality] = part.split(';').map((piece) => piece.trim())
        return [name, quality === undefined || Number(quality.replace('q=', '')) > 0]
      }),
  )
  if (taken.get('br')) return 'br'
  return taken.get('gzip') ? 'gzip' : null
}
