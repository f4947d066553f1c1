import { serveExport } from '../../../_exports/serve-export.ts'

/** A bulk file for partners, by the header of a token or by a link that it signed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  return serveExport(request, (await params).file)
}
