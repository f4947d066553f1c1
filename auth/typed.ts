import type { NextResponse } from 'next/server'
import { namedCookie } from '#auth-cookies.ts'

/** What was typed into a form of sign-in, kept for the page that shows it again. Never in the address: it is personal. */
export type Typed = { email: string; name: string }

/** Keeps what was typed for ten minutes, in the browser that typed it. */
export function rememberTyped(response: NextResponse, typed: Partial<Typed>): NextResponse {
  const { name, options } = namedCookie('typed')
  const kept = { email: (typed.email ?? '').slice(0, 320), name: (typed.name ?? '').slice(0, 320) }
  response.cookies.set(name, JSON.stringify(kept), { ...options, maxAge: 600 })
  return response
}

/** Forgets it, once it has served. */
export function forgetTyped(response: NextResponse): NextResponse {
  const { name, options } = namedCookie('typed')
  response.cookies.set(name, '', { ...options, maxAge: 0 })
  return response
}

/** What was typed before; empty where nothing was. */
export function readTyped(cookie: string | undefined): Typed {
  try {
    const { email, name } = JSON.parse(cookie ?? '{}')
    return { email: String(email ?? ''), name: String(name ?? '') }
  } catch {
    return { email: '', name: '' }
  }
}
