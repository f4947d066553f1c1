import { NextRequest } from 'next/server'
import * as welcome from '#app/(public)/welcome/[token]/accept/route.ts'
import { GET, HEAD, POST } from '#app/api/auth/[...nextauth]/route.ts'
import * as signOut from '#app/sign-out/route.ts'

let opened = 0

type Extra = { headers?: Record<string, string>; method?: 'HEAD' }

/** A browser in front of the routes of sign-in: it keeps cookies and says where a form comes from, as browsers do. */
export class Browser {
  readonly cookies = new Map<string, string>()
  /** Each is on a network of its own. */
  readonly address = `10.${(opened >> 8) & 255}.${opened++ & 255}.1`
  constructor(readonly origin: string = 'http://lab.test') {}

  get(path: string, { headers = {}, method }: Extra = {}): Promise<Response> {
    return this.#send(path, { method: method ?? 'GET', headers: { accept: 'text/html', ...headers } })
  }

  /** Sends a form from one of the site's own pages. */
  post(path: string, fields: Record<string, string>, { headers = {} }: Extra = {}): Promise<Response> {
    const own = { accept: 'text/html', 'sec-fetch-site': 'same-origin', origin: this.origin }
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams(fields).toString()
    return this.#send(path, { method: 'POST', body, headers: { ...own, ...form, ...headers } })
  }

  /** The value of the product's cookie of that name. */
  cookie(name: string): string | undefined {
    return this.cookies.get(`qlab.${name}`) ?? this.cookies.get(`__Host-qlab.${name}`)
  }

  async #send(path: string, init: { method: string; headers: Record<string, string>; body?: string }) {
    const url = new URL(path, this.origin)
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const from = { host: url.host, 'x-qlab-remote-address': this.address }
    const headers = { ...from, ...(cookie && { cookie }), ...init.headers }
    const response = await route(new NextRequest(url, { ...init, headers }))
    for (const set of response.headers.getSetCookie()) this.#keep(set)
    return response
  }

  #keep(set: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
    if (/max-age=0/i.test(set)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** Finds the handler as Next does: by the file that the path leads to. */
function route(request: NextRequest): Promise<Response> {
  const parts = request.nextUrl.pathname.slice(1).split('/')
  if (parts[0] === 'sign-out') return signOut.POST(request)
  if (parts[0] === 'welcome') {
    return welcome.POST(request, { params: Promise.resolve({ token: parts[1] ?? '' }) })
  }
  const method = request.method as 'GET' | 'HEAD' | 'POST'
  return { GET, HEAD, POST }[method](request, { params: Promise.resolve({ nextauth: parts.slice(2) }) })
}
