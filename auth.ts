import type { NextRequest } from 'next/server'
import { namedCookie, sessionCookie } from '#auth-cookies.ts'
import { db } from '#db/client.ts'
import { findSessionHolder } from '#db/queries/identities.ts'
import { endSession } from '#db/queries/sessions.ts'
import type { SignInContext } from './auth/adapter.ts'
import { askForLink, confirmLink, findPrevious, showLink, signInPage } from './auth/email-sign-in.ts'
import { askNextAuth, type Question } from './auth/next-auth.ts'
import {
  addressOf,
  answer,
  goTo,
  isForPerson,
  isFromOwnPage,
  ownPath,
  readForm,
  refuse,
  requestOrigin,
  setCookie,
  withCookiesOf,
} from './auth/requests.ts'

/** Turns a cookie into a person, and a person's proof into a cookie. */

/** Answers everything under /api/auth. What is not listed here does not exist, whatever next-auth would offer. */
export async function handleAuth(request: NextRequest, path: string[]): Promise<Response> {
  // A scanner that asks with HEAD learns what GET would say; only the provider's answer may not be tried out.
  const method = request.method === 'HEAD' && path[0] !== 'callback' ? 'GET' : request.method
  switch (`${method} ${path.join('/')}`) {
    case 'GET signin':
      return openForm(request)
    case 'POST signin/email':
      return askForLink(request)
    case 'POST signin/sso':
      return leaveForProvider(request)
    case 'GET callback/email':
    case 'HEAD callback/email':
      return showLink(request)
    case 'POST callback/email':
      return confirmLink(request)
    case 'GET callback/sso':
      return returnFromProvider(request)
    case 'GET session':
    case 'GET csrf':
      return askNextAuth(request, { path, method: 'GET' }, contextOf(request))
    case 'GET signout':
      return goTo('/')
    case 'POST signout':
      return signOut(request)
    case 'GET error':
      return goTo(`/sign-in/error${request.nextUrl.search}`)
    case 'GET verify-request':
      return goTo('/sign-in/sent')
    default:
      return answer('There is nothing here.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  }
}

/** Ends the session, in the database as well as in the browser. */
export async function signOut(request: NextRequest): Promise<Response> {
  const refused = 'This form was not sent from our own page, so you are still signed in.'
  if (!isFromOwnPage(request)) return refuse(request, 403, refused, '/')
  const token = request.cookies.get(sessionCookie().name)?.value
  if (token) await endSession(db, token)
  const response = goTo('/')
  setCookie(response, sessionCookie(), '', 0)
  return response
}

/** Who holds the session in a cookie, for the pages of sign-in. */
export async function whoIsHere(
  token: string | undefined,
): Promise<{ id: string; name: string | null; email: string | null; isGuest: boolean } | null> {
  const holder = token ? await findSessionHolder(db, token) : null
  return (
    holder && {
      id: holder.person.id,
      name: holder.person.name,
      email: holder.person.email,
      isGuest: holder.isGuest,
    }
  )
}

/** The sign-in page sends a browser here when it has no token for the form yet: pages cannot set cookies. */
async function openForm(request: NextRequest): Promise<Response> {
  const given = request.nextUrl.searchParams.get('callbackUrl')
  const next = given === null ? undefined : ownPath(given, requestOrigin(request.headers))
  const opened = await askNextAuth(request, { path: ['csrf'], method: 'GET' }, contextOf(request))
  const page = withCookiesOf(opened, goTo(signInPage(next, { opened: '1' })))
  // A cookie that opens nothing any more is taken back.
  const stale = request.cookies.has(sessionCookie().name) && (await findPrevious(request)) === null
  if (stale) setCookie(page, sessionCookie(), '', 0)
  return page
}

async function leaveForProvider(request: NextRequest): Promise<Response> {
  const form = await readForm(request)
  const next = ownPath(form.callbackUrl, requestOrigin(request.headers))
  const refused = 'This form was not sent from our own page. Open the sign-in page and send it from there.'
  if (!isFromOwnPage(request))
    return refuse(request, 403, refused, signInPage(form.callbackUrl && next, { problem: 'form' }))
  const question: Question = {
    path: ['signin', 'sso'],
    method: 'POST',
    body: { csrfToken: form.csrfToken ?? '', callbackUrl: next },
  }
  const asked = await askNextAuth(request, question, { ...contextOf(request), next })
  const location = asked.headers.get('location') ?? ''
  return isForPerson(request) && URL.canParse(location) ? goOutTo(location, asked) : asked
}

// Browsers hold every hop after a form to the page's form-action. A provider may hop anywhere, so the form ends here
// and the browser goes on by itself.
function goOutTo(location: string, asked: Response): Response {
  const page = answer(
    '<!doctype html><title>Sign in</title><p>Going on to the sign-in page of your organisation.',
    {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', refresh: `0; url=${location}` },
    },
  )
  return withCookiesOf(asked, page)
}

async function returnFromProvider(request: NextRequest): Promise<Response> {
  const given = request.nextUrl.searchParams
  const known = ['code', 'state', 'iss', 'error', 'error_description'].filter((name) => given.has(name))
  const query = Object.fromEntries(known.map((name) => [name, given.get(name) ?? '']))
  const context = { ...contextOf(request), previous: await findPrevious(request) }
  return askNextAuth(request, { path: ['callback', 'sso'], method: 'GET', query }, context)
}

function contextOf(request: NextRequest): SignInContext {
  const origin = requestOrigin(request.headers)
  const nothing = { browser: undefined, code: null, previous: null, vouchedEmail: null }
  const address = addressOf(request)
  const kept = request.cookies.get(namedCookie('callback-url').name)?.value
  return { origin, address, next: ownPath(kept, origin), ...nothing }
}
