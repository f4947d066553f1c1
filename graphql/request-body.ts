import type { IncomingMessage } from 'node:http'

/** The most that a request may carry. */
export const BODY_LIMIT = 100_000

/** A request that carries more than it may. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
  constructor() {
    super(`The request is larger than ${BODY_LIMIT.toLocaleString('en-GB')} bytes. Send less at a time.`)
  }
}

/** Reads a request's body as text. Rejects with BodyTooLarge as soon as the limit is passed, announced or not. */
export function readBody(req: IncomingMessage): Promise<string> {
  // Listeners, because iterating over a stream costs each request more than parsing what it brings.
  return new Promise((resolve, reject) => {
    if (Number(req.headers['content-length'] ?? 0) > BODY_LIMIT) throw new BodyTooLarge()
    const pieces: Buffer[] = []
    let size = 0
    const take = (piece: Buffer) => {
      size += piece.length
      if (size <= BODY_LIMIT) return void pieces.push(piece)
      req.off('data', take).pause()
      reject(new BodyTooLarge())
    }
    const hungUp = () => reject(new Error('The caller hung up.'))
    req.on('data', take)
    req.once('end', () => {
      // Every request is closed in the end, and an error that nobody hears costs as much as reading the body.
      req.off('close', hungUp)
      resolve(Buffer.concat(pieces).toString('utf8'))
    })
    req.once('error', reject)
    req.once('close', hungUp)
  })
}
