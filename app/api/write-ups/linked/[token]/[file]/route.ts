import { serveFile } from '../../../../../_write-up/serve-file.ts'

/** A file of a write-up at an unguessable address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  const { token, file } = await params
  return serveFile(request, { token }, file)
}
