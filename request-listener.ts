import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Database } from '#db/client.ts'
import { checkReadiness } from '#db/readiness.ts'
import { env } from '#env.ts'
import { log } from '#log.ts'
import { mailIsMissing } from '#mail.ts'
import { type Caller, meetCaller } from './trusted-proxies.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What answers once the product has started. */
export type Work = { db: Database; graphql: Handler; pages: Handler }

/** The first to see each request: names it, cleans it, and hands it to whom it concerns. */
export function createRequestListener(findWork: () => Work | undefined): RequestListener {
  return (request, response) => {
    const caller = meetCaller(request)
    const id = caller.requestId ?? randomUUID()
    prepare(request, response, caller, id)
    logWhenDone(request, response, id)
    route(request, response, findWork()).catch((error) => {
      log.error({ requestId: id, err: error }, 'a request failed')
      if (response.headersSent) response.destroy()
      else sendJson(response, 500, { status: 'error' })
    })
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  work: Work | undefined,
): Promise<void> {
  const path = pathOf(request)
  if (path === '/api/health') return sendJson(response, 200, { status: 'ok' })
  if (path === '/api/ready') return answerReady(response, work)
  if (!work) return sendStarting(response)
  if (isForeignAction(request)) return sendJson(response, 403, { status: 'refused', reason: 'origin' })
  if (path === '/api/graphql' || path.startsWith('/api/graphql/')) return work.graphql(request, response)
  return work.pages(request, response)
}

async function answerReady(response: ServerResponse, work: Work | undefined): Promise<void> {
  const readiness = work ? await checkReadiness(work.db) : 'starting'
  if (readiness === 'ready') sendJson(response, 200, { status: 'ready', ...(mailIsMissing() && NO_MAIL) })
  else sendJson(response, 503, { status: 'not ready', reason: readiness })
}

const NO_MAIL = { warning: 'mail: PUBLIC_URL is set and SMTP_URL is not, so nobody gets a link to sign in' }

/** Headers by which this process speaks to itself are ours alone: what a client sends under those names is dropped. */
function prepare(request: IncomingMessage, response: ServerResponse, caller: Caller, id: string): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-qlab-')) delete request.headers[name]
  }
  request.headers['x-qlab-remote-address'] = caller.address
  if (caller.proxied) request.headers['x-qlab-proxied'] = 'yes'
  request.headers['x-request-id'] = id
  response.setHeader('x-request-id', id)
  // On every answer, files and errors too.
  response.setHeader('x-content-type-options', 'nosniff')
  const secure = env().PUBLIC_URL?.startsWith('https:') ?? caller.protocol === 'https'
  if (secure) response.setHeader('strict-transport-security', HSTS)
}

/** Whether a page of another site sends a form of ours. Without a word from the browser it is no browser's. */
function isForeignAction({ method, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || headers['next-action'] === undefined) return false
  const { origin } = headers
  if (origin === undefined) return false
  if (!URL.canParse(origin)) return true
  const { host } = new URL(origin)
  if (origin !== env().PUBLIC_URL && host !== headers.host) return true
  // Next compares once more, with the host that a proxy may have rewritten.
  headers['x-forwarded-host'] = host
  return false
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/'
}

function sendJson(response: ServerResponse, status: number, body: Record<string, string>): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

function sendStarting(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', refresh: '2' })
  response.end(
    '<!doctype html><title>Starting</title><p>Q Lab Workshops is starting. This page reloads by itself.',
  )
}

/** Two years, as browsers ask of sites that they list. */
const HSTS = 'max-age=63072000; includeSubDomains'

const SECRET_PART = /^(\/(?:j|welcome|write-ups|api\/write-ups\/linked)\/)[^/]+/i

function logWhenDone(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  if (!log.isLevelEnabled('info')) return
  const start = performance.now()
  // Without the query, and without the part of an address that opens what it leads to.
  const path = plainPath(pathOf(request)).replace(SECRET_PART, '$1…')
  response.once('close', () => {
    const ms = Math.round(performance.now() - start)
    log.info({ requestId, method: request.method, path, status: response.statusCode, ms }, 'request')
  })
}

/** An address as it is routed, however it is spelt: `//j/x` and `/%6a/x` lead where `/j/x` does. What cannot be read is not logged. */
function plainPath(path: string): string {
  try {
    const segments = decodeURIComponent(path).split(/[\\/]+/)
    return new URL(segments.join('/').replace(/^\/*/, '/'), 'http://localhost').pathname
  } catch {
    return '…'
  }
}
