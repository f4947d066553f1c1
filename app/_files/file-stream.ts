import 'server-only'
import { Readable } from 'node:stream'

// Whoever takes nothing for so long has gone without saying so.
const PATIENCE = 60_000

type Ends = {
  /** Called where the file could not be made to its end. A reader who leaves is no failure. */
  failed: (error: unknown) => void
  /** Called once, however the file ended. */
  done: () => void
}

/** A file that is made as it is sent, no faster than it is taken. */
export function fileStream(
  pieces: AsyncIterable<string | Uint8Array>,
  { failed, done }: Ends,
): ReadableStream {
  const stream = Readable.from(patiently(), { objectMode: false })
  const patience = setTimeout(() => stream.destroy(), PATIENCE)
  async function* patiently() {
    try {
      for await (const piece of pieces) {
        yield Buffer.from(piece)
        patience.refresh()
      }
    } catch (error) {
      // A stream that its reader has left throws that in here, too.
      if (!stream.destroyed) failed(error)
      throw error
    }
  }
  stream.once('close', () => {
    clearTimeout(patience)
    done()
  })
  return Readable.toWeb(stream) as ReadableStream
}
