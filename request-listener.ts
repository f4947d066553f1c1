import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import type { Database } from '#db/client.ts'
import { checkReadiness } from '#db/readiness.ts'
import { log } from '#log.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What answers once the product has started. */
export type Work = { db: Database; graphql: Handler; pages: Handler }

/** The first to see each request: names it, cleans it, and hands it to whom it concerns. */
export function createRequestListener(findWork: () => Work | undefined): RequestListener {
  return (request, response) => {
    const id = randomUUID()
    prepare(request, response, id)
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
  if (path === '/api/graphql' || path.startsWith('/api/graphql/')) return work.graphql(request, response)
  return work.pages(request, response)
}

async function answerReady(response: ServerResponse, work: Work | undefined): Promise<void> {
  const readiness = work ? await checkReadiness(work.db) : 'starting'
  if (readiness === 'ready') sendJson(response, 200, { status: 'ready' })
  else sendJson(response, 503, { status: 'not ready', reason: readiness })
}

/** Headers by which this process speaks to itself are ours alone: what a client sends under those names is dropped. */
function prepare(request: IncomingMessage, response: ServerResponse, id: string): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-qlab-')) delete request.headers[name]
  }
  request.headers['x-qlab-remote-address'] = remoteAddress(request)
  request.headers['x-request-id'] = id
  response.setHeader('x-request-id', id)
}

/** The caller's address. A proxy on this machine is believed about the caller it names last. */
function remoteAddress(request: IncomingMessage): string {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  const forwarded = request.headers['x-forwarded-for']
  if (forwarded === undefined || !isLoopback(address)) return address
  const named = String(forwarded).split(',').at(-1)?.trim() ?? ''
  return isIP(named) ? named : 'unknown'
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
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

const SECRET_PART = /^(\/(?:j|welcome|write-ups|api\/write-ups\/linked)\/)[^/]+/

function logWhenDone(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  if (!log.isLevelEnabled('info')) return
  const start = performance.now()
  // Without the query, and without the part of an address that opens what it leads to.
  const path = pathOf(request).replace(SECRET_PART, '$1…')
  response.once('close', () => {
    const ms = Math.round(performance.now() - start)
    log.info({ requestId, method: request.method, path, status: response.statusCode, ms }, 'request')
  })
}
