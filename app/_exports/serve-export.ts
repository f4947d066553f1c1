import 'server-only'
import { Readable } from 'node:stream'
import { exportFileName } from '#domain/exports.ts'
import { type OpenedExport, openExport } from '../_apollo/exports.ts'
import { writeExport } from './write-export.ts'

const TYPES = { CSV: 'text/csv; charset=utf-8', JSON: 'application/json; charset=utf-8' }

// Whoever takes nothing for so long has gone without saying so.
const PATIENCE = 60_000

/**
 * A bulk file, made while it is sent. The route knows no rights of its own: it asks the contract for partners, in process,
 * for one page after the other, as the token.
 */
export async function serveExport(request: Request, fileName: string): Promise<Response> {
  const opened = await openExport(request, fileName)
  if (opened instanceof Response) return opened
  const headers = new Headers([
    ...opened.headers,
    ['content-type', TYPES[opened.file.format]],
    ['content-disposition', `attachment; filename="${exportFileName(opened.file)}"`],
    ['cache-control', 'private, no-store'],
    ['x-content-type-options', 'nosniff'],
  ])
  if (request.method !== 'HEAD') return new Response(streamOf(opened), { headers })
  opened.close()
  return new Response(null, { headers })
}

function streamOf(opened: OpenedExport): ReadableStream {
  const stream = Readable.from(patiently(), { objectMode: false })
  const patience = setTimeout(() => stream.destroy(), PATIENCE)
  async function* patiently() {
    for await (const piece of writeExport(opened.file, opened)) {
      yield Buffer.from(piece)
      patience.refresh()
    }
  }
  stream.once('error', (error) => opened.noteError(error))
  stream.once('close', () => {
    clearTimeout(patience)
    opened.close()
  })
  return Readable.toWeb(stream) as ReadableStream
}
