import { env } from '#env.ts'

/**
 * The names and attributes of the cookies of sign-in. With https the `__Host-` prefix makes the browser itself refuse
 * a cookie that another host, a subdomain or plain http tries to plant.
 */

export type CookieOptions = { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean }
export type NamedCookie = { name: string; options: CookieOptions }

/** The cookie that carries the session token. */
export function sessionCookie(): NamedCookie {
  return namedCookie('session')
}

/** Any cookie of the product: `qlab.<name>`, and `__Host-qlab.<name>` where the product is reached by https. */
export function namedCookie(name: string): NamedCookie {
  const secure = env().PUBLIC_URL?.startsWith('https:') ?? false
  return {
    name: `${secure ? '__Host-' : ''}qlab.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  }
}
