import 'server-only'
import { Readable } from 'node:stream'
import { notFound } from 'next/navigation'
import { slugify } from '#domain/workshops.ts'
import { log } from '#log.ts'
import { askWhileAnswering } from '../_apollo/server.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { openWriteUp, type WriteUpAddress, type WriteUpSource } from './read-write-up.ts'
import { writeArchive } from './write-archive.ts'
import { writeCommentsCsv, writeIdeasCsv, writeIssuesCsv } from './write-csv.ts'

const CSV = 'text/csv; charset=utf-8'

/** The files of a write-up, by the last part of their address. */
const FILES: Record<string, { type: string; write: (source: WriteUpSource) => Readable }> = {
  'write-up.pdf': { type: 'application/pdf', write: streamPdf },
  'issues.csv': { type: CSV, write: (source) => Readable.from(writeIssuesCsv(source)) },
  'ideas.csv': { type: CSV, write: (source) => Readable.from(writeIdeasCsv(source)) },
  'comments.csv': { type: CSV, write: (source) => Readable.from(writeCommentsCsv(source)) },
  'archive.json': { type: 'application/json', write: (source) => Readable.from(writeArchive(source)) },
}

// A file keeps one of two cores busy for as long as it takes, so those beyond a few are asked to come again.
const MOST_AT_ONCE = 3
let beingMade = 0

/**
 * A file of a write-up, made while it is sent. The route knows no rights of its own: it asks GraphQL, in process, for one
 * page after the other, as whoever asked for the file.
 */
export async function serveFile(address: WriteUpAddress, name: string): Promise<Response> {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
  if (!file) notFound()
  const source = (await openWriteUp(await askWhileAnswering(), address)) ?? notFound()
  if (beingMade >= MOST_AT_ONCE) {
    return new Response('Too many files are being made at once.\n', {
      status: 503,
      headers: { 'retry-after': '5' },
    })
  }
  beingMade += 1
  const stream = file.write(source)
  stream.once('close', () => {
    beingMade -= 1
  })
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${slugify(source.head.title)}-${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function streamPdf(source: WriteUpSource): Readable {
  const { pdf, done } = writePdf(source)
  // It has ended the stream already, which is how the reader learns of it, if they are still there.
  done.catch((error) => log.warn({ err: error }, 'a report was broken off'))
  return pdf as unknown as Readable
}
