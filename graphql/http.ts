import type { IncomingMessage, ServerResponse } from 'node:http'
import { sessionCookie } from '#auth-cookies.ts'
import { env } from '#env.ts'
import { askAgain, askApollo } from './asking.ts'
import { createContext, prepareContext } from './context.ts'
import { grantPreflight, isPreflight } from './cors.ts'
import { type Early, earlyFor, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, sendEarly } from './early-answers.ts'
import type { StartedSession } from './in-process.ts'
import type { KnownRequest } from './known-documents.ts'
import { chooseMediaType } from './media-type.ts'
import { answerPartner } from './partner-http.ts'
import { BodyTooLarge, readBody } from './request-body.ts'
import type { GraphqlServer } from './server.ts'

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
  const granted = isPreflight(req) ? await grantPreflight(server.db, req) : null
  if (granted) return void res.writeHead(204, granted).end()
  const early = refuseTransport(req)
  if (early) return sendEarly(res, early)
  // Asked before anything is done: an act whose answer the caller does not take would be done all the same.
  const accept = chooseMediaType(req.headers.accept)
  if (accept === null) return sendEarly(res, NOT_ACCEPTABLE)
  const body = req.method === 'POST' ? await readJson(req) : undefined
  if (req.headers.authorization !== undefined) {
    return answerPartner(server, req, res, { body, accept, origin: originOf(req), requestId })
  }
  let session: StartedSession | undefined
  const onSession = (started: StartedSession) => {
    session = started
  }
  const findContext = (known?: KnownRequest) => {
    const create = known?.findsItsViewer ? prepareContext : createContext
    return create(server.db, callerOf(req, requestId), onSession)
  }
  const said =
    (await askAgain(server, body, accept, findContext)) ??
    (await askApollo(server, req, body, accept, findContext))
  res.statusCode = said.status
  for (const [name, value] of said.headers) res.setHeader(name, value)
  res.setHeader('cache-control', 'private, no-store')
  if (session) res.setHeader('set-cookie', cookieFor(session))
  // As bytes: what Node has to do with a long text before it can send it copies it twice.
  res.end(Buffer.from(said.text))
}

function refuseTransport(req: IncomingMessage): Early | null {
  if (req.method !== 'GET' && req.method !== 'POST') {
    return METHOD_NOT_ALLOWED
  }
  const type = req.headers['content-type']
  if (req.method === 'GET' && type !== undefined && !type.startsWith('application/json')) {
    return {
      status: 415,
      code: 'BAD_REQUEST',
      message: 'A GET request has no content. Leave the content type out.',
    }
  }
  return null
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

function callerOf(req: IncomingMessage, requestId: string) {
  const seat = String(req.headers['x-seat'] ?? '')
  // A name that no seat can have is nobody's, and not the same as none.
  const seatId = seat === '' ? null : seat.toLowerCase()
  const address = String(req.headers['x-qlab-remote-address'] ?? '')
  return {
    sessionToken: cookieOf(req, sessionCookie().name),
    seatId,
    address,
    origin: originOf(req),
    requestId,
  }
}

function originOf({ headers }: IncomingMessage): string {
  return env().PUBLIC_URL ?? `http://${headers.host ?? 'localhost'}`
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
