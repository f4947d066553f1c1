import { namedCookie } from '#auth-cookies.ts'
import { setCookie } from './requests.ts'

/** What was typed into a form of sign-in, kept for the page that shows it again. Never in the address: it is personal. */
export type Typed = { email: string; name: string }

/** Keeps what was typed for ten minutes, in the browser that typed it. */
export function rememberTyped(response: Response, typed: Partial<Typed>): Response {
  const kept = { email: (typed.email ?? '').slice(0, 320), name: (typed.name ?? '').slice(0, 320) }
  setCookie(response, namedCookie('typed'), JSON.stringify(kept), 600)
  return response
}

/** Forgets it, once it has served. */
export function forgetTyped(response: Response): Response {
  setCookie(response, namedCookie('typed'), '', 0)
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
