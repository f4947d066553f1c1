import type { NextRequest } from 'next/server'
import { answer, goTo, isForPerson, refuse } from '#auth/requests.ts'
import { mutate } from '../../../../_apollo/server.ts'
import { StopDigestDocument } from '../stop-digest.generated.ts'

/** A mail program that knows only links opens this address: it is led to the page with the button, and nothing changes. */
export function GET(request: NextRequest): Response {
  return goTo(pageFor(request))
}

/** The button of the page, and the one click in a mail program (RFC 8058). Who has the token may stop the mails: no session is asked for. */
export async function POST(request: NextRequest): Promise<Response> {
  const token = request.nextUrl.searchParams.get('token') ?? ''
  const { stopDigest } = await mutate(StopDigestDocument, { token })
  if ('message' in stopDigest) return refuse(request, 404, stopDigest.message, pageFor(request))
  return isForPerson(request)
    ? goTo(`${pageFor(request)}&stopped=1`)
    : answer('The mails are stopped.\n', {
        status: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
}

function pageFor(request: NextRequest): string {
  return `/digest/stop?token=${encodeURIComponent(request.nextUrl.searchParams.get('token') ?? '')}`
}
