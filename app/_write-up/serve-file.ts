import 'server-only'
import { notFound } from 'next/navigation'
import { slugify } from '#domain/workshops.ts'
import { log } from '#log.ts'
import { askWhileAnswering } from '../_apollo/server.ts'
import { fileStream } from '../_files/file-stream.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { openWriteUp, type WriteUpAddress, type WriteUpSource } from './read-write-up.ts'
import { writeArchive } from './write-archive.ts'
import { writeCommentsCsv, writeIdeasCsv, writeIssuesCsv } from './write-csv.ts'

const CSV = 'text/csv; charset=utf-8'

type Pieces = AsyncIterable<string | Uint8Array>

/** The files of a write-up, by the last part of their address. */
const FILES: Record<string, { type: string; write: (source: WriteUpSource) => Pieces }> = {
  'write-up.pdf': { type: 'application/pdf', write: writePdf },
  'issues.csv': { type: CSV, write: writeIssuesCsv },
  'ideas.csv': { type: CSV, write: writeIdeasCsv },
  'comments.csv': { type: CSV, write: writeCommentsCsv },
  'archive.json': { type: 'application/json', write: writeArchive },
}

// A file keeps one of two cores busy for as long as it takes, so those beyond a few are asked to come again.
const MOST_AT_ONCE = 3
let beingMade = 0

/**
 * A file of a write-up, made while it is sent. The route knows no rights of its own: it asks GraphQL, in process, for one
 * page after the other, as whoever asked for the file.
 */
export async function serveFile(
  { method }: Pick<Request, 'method'>,
  address: WriteUpAddress,
  name: string,
): Promise<Response> {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
  if (!file) notFound()
  const source = (await openWriteUp(await askWhileAnswering(), address)) ?? notFound()
  const headers = {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${slugify(source.head.title)}-${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  }
  if (method === 'HEAD') return new Response(null, { headers })
  if (beingMade >= MOST_AT_ONCE) {
    return new Response('Too many files are being made at once.\n', {
      status: 503,
      headers: { 'retry-after': '5' },
    })
  }
  beingMade += 1
  const done = () => {
    beingMade -= 1
  }
  return new Response(fileStream(file.write(source), { failed: warn, done }), { headers })
}

function warn(err: unknown): void {
  log.warn({ err }, 'a file of a write-up was broken off')
}
