import { serveFile } from '../../../../../_write-up/serve-file.ts'

/** A file of the write-up of a workshop, for those who may read it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string; file: string }> },
): Promise<Response> {
  const { slug, file } = await params
  return serveFile(request, { slug }, file)
}
