import { type NextRequest, NextResponse } from 'next/server'
import { EMBED_PATH } from '#domain/embeds.ts'
import { EXPLORER_PATH } from '#domain/paths.ts'
import { env } from '#env.ts'

/** No page is given the phone's senses, or tells other sites where it was. */
const ALWAYS: Record<string, string> = {
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Gives each page a content security policy with a nonce of its own; Next reads it from the request and stamps its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const secure = isSecure(request)
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
  const policy = contentSecurityPolicy(nonce, secure, request.nextUrl.pathname)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  // Layouts do not know their address; sign-in needs it to lead back.
  headers.set('x-qlab-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value)
  if (EMBED_PATH.test(request.nextUrl.pathname)) {
    // These answer with a policy of their own, by the list of their workshop, and are there for other websites.
    response.headers.set('cross-origin-resource-policy', 'cross-origin')
  } else {
    response.headers.set('content-security-policy', policy)
  }
  return response
}

export const config = { matcher: '/((?!_next/static|_next/image).*)' }

function contentSecurityPolicy(nonce: string, secure: boolean, path: string): string {
  // React rebuilds server stacks with eval in development, never in production.
  const forDevelopment = env().NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    ...(path === EXPLORER_PATH ? EDITOR : styles(nonce)),
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    // Single sign-on leaves from a form of ours for the organisation's own page.
    `form-action 'self'${singleSignOn()}`,
    "frame-ancestors 'none'",
  ]
  if (secure) directives.push('upgrade-insecure-requests')
  return directives.join('; ')
}

function styles(nonce: string): string[] {
  // Attributes only: libraries place and measure with them, and they cannot load or run anything.
  return [`style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'"]
}

/**
 * The editor of the explorer writes style elements without a nonce, and brings its icons and workers along. What styles
 * could load, and so tell, comes from here or from the page itself.
 */
const EDITOR = ["style-src 'self' 'unsafe-inline'", "font-src 'self' data:", "worker-src 'self' blob:"]

function singleSignOn(): string {
  const issuer = env().OIDC_ISSUER
  return issuer ? ` ${new URL(issuer).origin}` : ''
}

function isSecure(request: NextRequest): boolean {
  const { PUBLIC_URL } = env()
  return PUBLIC_URL?.startsWith('https:') ?? request.nextUrl.protocol === 'https:'
}
