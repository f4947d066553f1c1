import type { NextApiRequest, NextApiResponse } from 'next'
import type { NextRequest } from 'next/server'
import nextAuth, { type AuthOptions } from 'next-auth'
import type { EmailConfig } from 'next-auth/providers/email'
import { namedCookie, sessionCookie } from '#auth-cookies.ts'
import { db } from '#db/client.ts'
import { isKnownEmail } from '#db/queries/identities.ts'
import { makeToken, SESSION_DAYS } from '#db/queries/sessions.ts'
import { consumeSignInLink } from '#db/rate-limits.ts'
import { log } from '#log.ts'
import { adapter, type SignInContext } from './adapter.ts'
import { answer, ownPath } from './requests.ts'
import { authSecret } from './secret.ts'
import { mailLink } from './sign-in-links.ts'
import { type Claims, singleSignOn, vouchedEmailOf, welcomeInvited } from './single-sign-on.ts'

// next-auth learns its own address from the request only if the environment says so; `askNextAuth` vets what it is told.
// biome-ignore lint/style/noProcessEnv: next-auth reads this setting nowhere else
process.env.AUTH_TRUST_HOST = 'true'

const LINK_SECONDS = 600
const DAY = 86_400

/** What next-auth is asked: the path behind /api/auth, and only what it needs of the request. */
export type Question = {
  path: string[]
  method: 'GET' | 'POST'
  query?: Record<string, string>
  body?: Record<string, string>
}

/**
 * Asks next-auth's core through its pages API, the one door to it that works on plain values. It sees the vetted
 * origin and no cookie but its own.
 */
export async function askNextAuth(
  request: NextRequest,
  question: Question,
  context: SignInContext,
): Promise<Response> {
  const options = authOptions(context)
  const { protocol, host } = new URL(context.origin)
  const { sessionToken, ...others } = options.cookies ?? {}
  // While somebody signs in, the session they held is ours to judge: next-auth would link a new identity to it unasked.
  const own = question.path[0] === 'callback' ? others : { sessionToken, ...others }
  const names = Object.values(own).flatMap((cookie) => cookie?.name ?? [])
  const kept = options.cookies?.callbackUrl?.name
  const cookies = names.flatMap((name) => request.cookies.get(name) ?? [])
  const recorder = makeRecorder()
  const asked = {
    method: question.method,
    query: { ...question.query, nextauth: question.path },
    body: question.body,
    // next-auth answers 500 to an address it cannot read, so it gets none that is not ours.
    cookies: Object.fromEntries(
      cookies.map(({ name, value }) => [name, name === kept ? ownAddress(value, context.origin) : value]),
    ),
    headers: { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) },
  }
  // The pages API is typed for Node's streams; next-auth reads and writes only what is here.
  await handler()(
    asked as unknown as NextApiRequest,
    recorder.response as unknown as NextApiResponse,
    options,
  )
  return recorder.read(context.origin)
}

function authOptions(context: SignInContext): AuthOptions {
  const sso = singleSignOn()
  return {
    secret: authSecret(),
    adapter: adapter(context),
    providers: sso ? [emailLink(context), sso] : [emailLink(context)],
    session: {
      strategy: 'database',
      maxAge: SESSION_DAYS * DAY,
      updateAge: DAY,
      generateSessionToken: makeToken,
    },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: namedCookie('csrf'),
      callbackUrl: namedCookie('callback-url'),
      pkceCodeVerifier: shortLived('pkce'),
      state: shortLived('state'),
      nonce: shortLived('nonce'),
    },
    pages: {
      signIn: '/sign-in',
      signOut: '/',
      error: '/sign-in/error',
      verifyRequest: '/sign-in/sent',
    },
    callbacks: {
      async signIn({ account, profile, email }) {
        if (email?.verificationRequest) {
          const asked = account?.providerAccountId ?? ''
          const sender = { address: context.address, known: await isKnownEmail(db, asked) }
          const { allowed } = await consumeSignInLink(asked, sender)
          // Who asks too often sees the same page, so that it tells nothing about the address.
          return allowed || '/sign-in/sent'
        }
        if (account?.type === 'oauth') {
          const claims = profile as Claims
          context.vouchedEmail = vouchedEmailOf(claims)
          await welcomeInvited(claims)
        }
        return true
      },
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      // Nothing of the row but what a page may show.
      session: ({ session, user }) => ({
        user: { name: user.name ?? null, email: user.email || null },
        expires: session.expires,
      }),
    },
    logger: {
      error: (code, metadata) => log.warn({ code, err: errorOf(metadata) }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}

function emailLink(context: SignInContext): EmailConfig {
  return {
    id: 'email',
    type: 'email',
    name: 'Email',
    server: '',
    from: '',
    maxAge: LINK_SECONDS,
    generateVerificationToken: makeToken,
    // The address has been read by our own rule before next-auth sees it.
    normalizeIdentifier: (email) => email,
    sendVerificationRequest: ({ identifier, token }) =>
      mailLink({ email: identifier, token, origin: context.origin, next: context.next }),
    options: {},
  }
}

function ownAddress(given: string, origin: string): string {
  return new URL(ownPath(given, origin), origin).href
}

function shortLived(name: string) {
  const cookie = namedCookie(name)
  return { ...cookie, options: { ...cookie.options, maxAge: 900 } }
}

function errorOf(metadata: Error | { error: Error }): Error {
  return metadata instanceof Error ? metadata : metadata.error
}

// The package is CommonJS: bundlers hand out the function, Node the module around it.
function handler(): typeof nextAuth {
  return 'default' in nextAuth ? (nextAuth.default as typeof nextAuth) : nextAuth
}

/** The part of a Node response that next-auth writes to, and the web response made from it. */
function makeRecorder() {
  let status = 200
  let body: unknown
  const headers = new Map<string, string | string[]>()
  const response = {
    status(code: number) {
      status = code
      return response
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value)
      return response
    },
    send(value: unknown) {
      body = value
    },
    json(value: unknown) {
      body = value
    },
    end() {},
  }

  function read(origin: string): Response {
    const location = headers.get('location')
    const redirects = typeof location === 'string'
    const text = typeof body === 'object' && body !== null ? JSON.stringify(body) : String(body ?? '')
    const made = redirects
      ? answer(null, { status: 303, headers: { location: toOwnPages(location, origin) } })
      : answer(text, {
          status,
          headers: { 'content-type': String(headers.get('content-type') ?? 'text/plain') },
        })
    for (const cookie of [headers.get('set-cookie') ?? []].flat()) made.headers.append('set-cookie', cookie)
    return made
  }

  return { response, read }
}

// next-auth goes by way of its own pages; we lead straight to ours.
function toOwnPages(location: string, origin: string): string {
  const url = new URL(location, origin)
  if (url.origin !== origin) return url.href
  if (url.pathname === '/api/auth/error') return `/sign-in/error${url.search}`
  if (url.pathname === '/api/auth/verify-request') return '/sign-in/sent'
  if (url.pathname === '/api/auth/signin') return '/sign-in?problem=form'
  if (url.pathname === '/api/auth/signout') return '/'
  return url.pathname + url.search + url.hash
}
