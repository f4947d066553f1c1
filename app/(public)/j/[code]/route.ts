/** The short address behind the QR code. It leads to the join form, which is where a person confirms with their name. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await params
  return new Response(null, { status: 303, headers: { location: `/join?code=${encodeURIComponent(code)}` } })
}
