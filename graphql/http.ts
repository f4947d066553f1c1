import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap } from '@apollo/server'
import { sessionCookie } from '#auth-cookies.ts'
import { env } from '#env.ts'
import { log } from '#log.ts'
import { answerOperation } from './answers.ts'
import { type Context, createContext } from './context.ts'
import { databaseTrouble } from './errors.ts'
import type { StartedSession } from './in-process.ts'
import { chooseMediaType, type MediaType } from './media-type.ts'
import { BodyTooLarge, readBody } from './request-body.ts'
import type { GraphqlServer } from './server.ts'

/** An answer that the handler gives by itself, before or instead of GraphQL. */
type Early = {
  status: number
  code: string
  message: string
  headers?: Record<string, string>
  /** Given where somebody may want to ask what happened. */
  requestId?: string
}

const NO_TOKEN: Early = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This token is not valid. Ask the Lab for a new one.',
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
}

const NOT_ACCEPTABLE: Early = {
  status: 406,
  code: 'BAD_REQUEST',
  message: 'Answers are application/json or application/graphql-response+json. Accept one of them.',
}

/** Makes the handler of `/api/graphql` for node:http. It never throws: every outcome is an answer in JSON. */
export function createGraphqlHandler(server: GraphqlServer) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const requestId = String(res.getHeader('x-request-id') ?? '')
    try {
      await answer(server, req, res, requestId)
    } catch (error) {
      // Whoever hung up while sending hears no answer, and it is nobody's fault.
      if (req.readableAborted && !(error instanceof BodyTooLarge)) return void res.destroy()
      sendEarly(res, earlyFor(error, requestId))
    }
  }
}

async function answer(
  server: GraphqlServer,
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
): Promise<void> {
  const early = refuseTransport(req)
  if (early) return sendEarly(res, early)
  // Asked before anything is done: an act whose answer the caller does not take would be done all the same.
  const accept = chooseMediaType(req.headers.accept)
  if (accept === null) return sendEarly(res, NOT_ACCEPTABLE)
  const body = req.method === 'POST' ? await readJson(req) : undefined
  let session: StartedSession | undefined
  const findContext = () =>
    createContext(server.db, callerOf(req, requestId), (started) => {
      session = started
    })
  const said =
    (await askAgain(server, body, accept, findContext)) ??
    (await askApollo(server, req, body, accept, findContext))
  res.statusCode = said.status
  for (const [name, value] of said.headers) res.setHeader(name, value)
  res.setHeader('cache-control', 'private, no-store')
  if (session) res.setHeader('set-cookie', cookieFor(session))
  res.end(said.text)
}

type Said = { status: number; headers: Iterable<[string, string]>; text: string }
type FindContext = () => Promise<Context>

/** Executes what Apollo has let through before; null for anything else, and for what was not executed after all. */
async function askAgain(
  server: GraphqlServer,
  body: unknown,
  accept: MediaType,
  findContext: FindContext,
): Promise<Said | null> {
  const known = server.known.find(body)
  if (known === null) return null
  const {
    result,
    status = 200,
    retryAfter,
  } = await answerOperation(server.execute, known, await findContext())
  // Variables that do not fit: Apollo knows how that is said.
  if (result.data === undefined) return null
  const headers: [string, string][] = [['content-type', `${accept}; charset=utf-8`]]
  if (retryAfter !== undefined) headers.push(['retry-after', retryAfter])
  return { status, headers, text: `${JSON.stringify(result)}\n` }
}

async function askApollo(
  server: GraphqlServer,
  req: IncomingMessage,
  body: unknown,
  accept: MediaType,
  findContext: FindContext,
): Promise<Said> {
  let trouble: { cause: unknown } | undefined
  const {
    status,
    headers,
    body: said,
  } = await server.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: req.method ?? 'GET',
      headers: headerMap(req).set('accept', accept),
      search: searchOf(req.url),
      body,
    },
    context: () =>
      findContext().catch((cause) => {
        trouble = { cause }
        throw cause
      }),
  })
  if (trouble) throw trouble.cause
  if (said.kind !== 'complete') throw new Error('Incremental delivery is not offered.')
  return { status: status ?? 200, headers, text: said.string }
}

function refuseTransport(req: IncomingMessage): Early | null {
  if (req.method !== 'GET' && req.method !== 'POST') {
    return {
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      message: 'Use GET or POST.',
      headers: { allow: 'GET, POST' },
    }
  }
  const type = req.headers['content-type']
  if (req.method === 'GET' && type !== undefined && !type.startsWith('application/json')) {
    return {
      status: 415,
      code: 'BAD_REQUEST',
      message: 'A GET request has no content. Leave the content type out.',
    }
  }
  // Partner tokens do not exist yet, so whatever is presented as one is not valid.
  return req.headers.authorization === undefined ? null : NO_TOKEN
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) return undefined
  const text = await readBody(req)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SyntaxError('not JSON', { cause })
  }
}

function earlyFor(error: unknown, requestId: string): Early {
  if (error instanceof BodyTooLarge) {
    return {
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      message: error.message,
      headers: { connection: 'close' },
    }
  }
  if (error instanceof SyntaxError) {
    return {
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The body is not JSON. Send {"query": "…", "variables": {}}.',
    }
  }
  const trouble = databaseTrouble(error)
  log.error({ requestId, err: error }, 'a request failed')
  if (trouble) return { status: 503, ...trouble, requestId, headers: { 'retry-after': '2' } }
  const message = `Something went wrong on our side. Try again; if it happens again, tell us this number: ${requestId}.`
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message, requestId }
}

function sendEarly(res: ServerResponse, { status, code, message, headers, requestId }: Early): void {
  if (res.headersSent) return void res.destroy()
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  })
  res.end(JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }))
}

function callerOf(req: IncomingMessage, requestId: string) {
  const origin = env().PUBLIC_URL ?? `http://${req.headers.host ?? 'localhost'}`
  return {
    sessionToken: cookieOf(req, sessionCookie().name),
    origin,
    requestId,
  }
}

/** The value of one cookie; null when it was not sent. */
function cookieOf(req: Pick<IncomingMessage, 'headers'>, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name && value !== undefined) return value.trim()
  }
  return null
}

function cookieFor({ token, expires }: StartedSession): string {
  const { name, options } = sessionCookie()
  const secure = options.secure ? '; Secure' : ''
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}${secure}`
}

function headerMap(req: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

function searchOf(url = ''): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at)
}
