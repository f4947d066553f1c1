import 'server-only'
import { exportFileName } from '#domain/exports.ts'
import { openExport } from '../_apollo/exports.ts'
import { fileStream } from '../_files/file-stream.ts'
import { writeExport } from './write-export.ts'

const TYPES = { CSV: 'text/csv; charset=utf-8', JSON: 'application/json; charset=utf-8' }

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
  if (request.method === 'HEAD') {
    opened.close()
    return new Response(null, { headers })
  }
  const { noteError: failed, close: done } = opened
  return new Response(fileStream(writeExport(opened.file, opened), { failed, done }), { headers })
}
