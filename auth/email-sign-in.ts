import type { NextRequest } from 'next/server'
import { namedCookie, sessionCookie } from '#auth-cookies.ts'
import { db } from '#db/client.ts'
import { findSessionHolder, type SessionHolder } from '#db/queries/identities.ts'
import { makeToken } from '#db/queries/sessions.ts'
import { readEmail } from '#domain/text.ts'
import { askNextAuth } from './next-auth.ts'
import {
  addressOf,
  goTo,
  isFromOwnPage,
  ownPath,
  readForm,
  refuse,
  requestOrigin,
  setCookie,
  withCookiesOf,
} from './requests.ts'
import { describeLink, type LinkOutlook, lookAtLink, readCode } from './sign-in-links.ts'
import { forgetTyped, rememberTyped } from './typed.ts'

const NOT_OURS = 'This form was not sent from our own page. Open the sign-in page and send it from there.'
const NOT_SENT = 'The mail could not be sent. Try again in a minute.'

const STATUS: Record<LinkOutlook['state'], number> = {
  READY: 409,
  CODE_NEEDED: 400,
  UNKNOWN: 400,
  USED: 410,
  EXPIRED: 410,
  TOO_MANY_WRONG_CODES: 410,
}

/** A form asks for a link by e-mail. */
export async function askForLink(request: NextRequest): Promise<Response> {
  const form = await readForm(request)
  const origin = requestOrigin(request.headers)
  const next = ownPath(form.callbackUrl, origin)
  const typed = { email: form.email }
  if (!isFromOwnPage(request)) {
    return rememberTyped(
      refuse(request, 403, NOT_OURS, signInPage(form.callbackUrl && next, { problem: 'form' })),
      typed,
    )
  }
  const email = readEmail(form.email)
  if (!email.ok) {
    return rememberTyped(
      refuse(request, 400, email.refusal.message, signInPage(form.callbackUrl && next, { problem: 'email' })),
      typed,
    )
  }

  const browser = browserOf(request) ?? makeToken()
  const body = { email: email.value, csrfToken: form.csrfToken ?? '', callbackUrl: next }
  const address = addressOf(request)
  const context = { origin, next, browser, address, code: null, previous: null, vouchedEmail: null }
  const asked = await askNextAuth(request, { path: ['signin', 'email'], method: 'POST', body }, context)
  if (asked.headers.get('location') !== '/sign-in/sent') {
    const forged = asked.headers.get('location')?.startsWith('/sign-in?')
    const refused = forged
      ? refuse(request, 403, NOT_OURS, signInPage(form.callbackUrl && next, { problem: 'form' }))
      : refuse(request, 503, NOT_SENT, signInPage(form.callbackUrl && next, { problem: 'mail' }))
    return rememberTyped(withCookiesOf(asked, refused), typed)
  }
  // As long as its links live, and not longer.
  setCookie(asked, namedCookie('browser'), browser, 600)
  return rememberTyped(asked, typed)
}

/** The page behind a link was opened and its button pressed. */
export async function confirmLink(request: NextRequest): Promise<Response> {
  const form = await readForm(request)
  const token = form.token ?? ''
  const origin = requestOrigin(request.headers)
  const next = ownPath(form.callbackUrl, origin)
  if (!isFromOwnPage(request)) return refuse(request, 403, NOT_OURS, confirmPage(token, next))

  const browser = browserOf(request)
  const code = readCode(form.code)
  const before = await lookAtLink(token, browser)
  const lacksCode = before.state === 'CODE_NEEDED' && code === null
  if (lacksCode || (before.state !== 'CODE_NEEDED' && before.state !== 'READY')) {
    const page = confirmPage(token, next, lacksCode ? 'digits' : undefined)
    return refuse(request, STATUS[before.state], describeLink(before).text, page)
  }
  const context = {
    origin,
    next,
    browser,
    code,
    address: addressOf(request),
    previous: await findPrevious(request),
    vouchedEmail: null,
  }
  const question = { path: ['callback', 'email'], query: { token }, body: { callbackUrl: next } }
  const answered = await askNextAuth(request, { ...question, method: 'POST' }, context)
  if (!answered.headers.get('location')?.startsWith('/sign-in/error?error=Verification'))
    return forgetTyped(answered)

  const after = await lookAtLink(token, browser)
  const problem = after.state === 'CODE_NEEDED' ? 'wrong-code' : undefined
  return refuse(request, STATUS[after.state], describeLink(after).text, confirmPage(token, next, problem))
}

/** A link in next-auth's own shape, opened by a person or a scanner: looking uses nothing up. */
export function showLink(request: NextRequest): Response {
  const query = request.nextUrl.searchParams
  const next = ownPath(query.get('callbackUrl'), requestOrigin(request.headers))
  return goTo(confirmPage(query.get('token') ?? '', next))
}

/** The session this browser holds while it signs in to another. */
export async function findPrevious(request: NextRequest): Promise<SessionHolder | null> {
  const token = request.cookies.get(sessionCookie().name)?.value
  return token ? findSessionHolder(db, token) : null
}

/** The sign-in page, leading on to `next`; without one it chooses itself. */
export function signInPage(next: string | undefined, also: { problem?: string; opened?: string }): string {
  return `/sign-in${search({ callbackUrl: next, ...also })}`
}

function confirmPage(token: string, next: string, problem?: string): string {
  const callbackUrl = next === '/' ? undefined : next
  return `/sign-in/confirm${search({ token: token.slice(0, 100), callbackUrl, problem })}`
}

function search(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

function browserOf(request: NextRequest): string | undefined {
  const cookie = request.cookies.get(namedCookie('browser').name)?.value
  return cookie && /^[\w-]{43}$/.test(cookie) ? cookie : undefined
}
