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

/** Reads a request's body as text. Throws BodyTooLarge as soon as the limit is passed, announced or not. */
export async function readBody(req: IncomingMessage): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > BODY_LIMIT) throw new BodyTooLarge()
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of req as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > BODY_LIMIT) throw new BodyTooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
