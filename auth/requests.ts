import type { NextRequest } from 'next/server'
import type { NamedCookie } from '#auth-cookies.ts'
import { env } from '#env.ts'

/** What sign-in asks of a request, and how it answers one. */

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i

/** Scheme and host under which the product is reached: PUBLIC_URL, else what the browser asked for. */
export function requestOrigin(headers: Headers): string {
  const host = headers.get('host') ?? ''
  const scheme = headers.get('x-forwarded-proto') === 'https' ? 'https' : 'http'
  return env().PUBLIC_URL ?? (HOST.test(host) ? `${scheme}://${host}` : 'http://localhost')
}

/** The network address that a request comes from, past trusted proxies; empty where it is not known. */
export function addressOf(request: Pick<NextRequest, 'headers'>): string {
  return request.headers.get('x-qlab-remote-address') ?? ''
}

/** Whether a form was sent from one of our own pages. What a browser does not vouch for is refused. */
export function isFromOwnPage(request: NextRequest): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  // Browsers leave Sec-Fetch-Site out on plain http, as in a room without a certificate.
  const origin = request.headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  return origin === env().PUBLIC_URL || new URL(origin).host === request.headers.get('host')
}

/** Where to go next: a path on this site. Anything that could lead elsewhere, or nowhere, leads home. */
export function ownPath(given: unknown, origin: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const suspicious = /[\u0000-\u0020\u007f\\]|%0[ad]|%5c/i
  if (typeof given !== 'string' || given.length > 2000 || suspicious.test(given)) return '/'
  if (!/^(\/(?!\/)|https?:\/\/)/i.test(given) || !URL.canParse(given, origin)) return '/'
  const url = new URL(given, origin)
  const leadsAway = url.origin !== origin || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')
  return leadsAway ? '/' : url.pathname + url.search + url.hash
}

/** Answers a form: the browser goes on to a page of ours. */
export function goTo(path: string): Response {
  return answer(null, { status: 303, headers: { location: path } })
}

/** Answers a form with a no: a person is led to the page that says it, a program gets the status and the sentence. */
export function refuse(request: NextRequest, status: number, sentence: string, page: string): Response {
  if (isForPerson(request)) return goTo(page)
  return answer(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** Whether the answer will be looked at, as a page in a browser. */
export function isForPerson(request: NextRequest): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false
}

/** Sets a cookie for so many seconds; none take it back. */
export function setCookie(response: Response, cookie: NamedCookie, value: string, seconds: number): void {
  // NOTE: the cookies of NextResponse would drop what next-auth has set beside them.
  const { path, secure } = cookie.options
  const attributes = `Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  response.headers.append('set-cookie', `${cookie.name}=${encodeURIComponent(value)}; ${attributes}`)
}

/** Hands on the cookies that one answer sets with another. */
export function withCookiesOf(from: Response, to: Response): Response {
  for (const cookie of from.headers.getSetCookie()) to.headers.append('set-cookie', cookie)
  return to
}

/** An answer that no cache keeps. */
export function answer(
  body: string | null,
  init: { status: number; headers?: Record<string, string> },
): Response {
  return new Response(body, {
    status: init.status,
    headers: { 'cache-control': 'private, no-store', ...init.headers },
  })
}

/** The fields of a form; a file or a body that is no form counts as empty. */
export async function readForm(request: NextRequest): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  const isForm =
    type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data')
  if (!isForm || Number(request.headers.get('content-length') ?? 0) > 20_000) return {}
  try {
    const fields = [...(await request.formData())]
    return Object.fromEntries(
      fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
    )
  } catch {
    return {}
  }
}
