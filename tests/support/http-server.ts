import { once } from 'node:events'
import {
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { createGraphqlHandler } from '#graphql/http.ts'
import { createGraphqlServer, type GraphqlServer } from '#graphql/server.ts'
import { createRequestListener } from '../../request-listener.ts'
import { openWorld } from './world.ts'

/** The product's own listener on a free port of this machine, with the GraphQL endpoint and without pages. */
export type TestServer = { url: string; port: number; close: () => Promise<void> }

export async function serve(graphql: GraphqlServer): Promise<TestServer> {
  const pages = async (_: unknown, response: { writeHead(status: number): { end(): void } }) =>
    response.writeHead(404).end()
  const work = { db: graphql.db, graphql: createGraphqlHandler(graphql), pages }
  const server = createServer(createRequestListener(() => work))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api/graphql`,
    port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      await graphql.apollo.stop()
    },
  }
}

/** A world whose server is reached over HTTP. Close it in `afterAll`. */
export async function openHttpWorld() {
  const world = await openWorld()
  const server = await serve(await createGraphqlServer(world.db))
  const close = async () => {
    await server.close()
    await world.close()
  }
  return { ...world, server, close }
}

export type HttpWorld = Awaited<ReturnType<typeof openHttpWorld>>

export type GraphqlError = {
  message: string
  path?: (string | number)[]
  extensions?: { code?: string; requestId?: string }
}

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  data?: Record<string, unknown> | null
  errors?: GraphqlError[]
}

export type Question = {
  method?: string
  /** What follows the path: `?query=…`. */
  search?: string
  headers?: OutgoingHttpHeaders
  /** Sent as it is; pieces of an iterable are sent in chunks, without a length. */
  body?: string | Buffer | Iterable<Buffer>
}

/** Sends exactly these bytes and headers, which `fetch` would not do. */
export async function send(
  server: Pick<TestServer, 'url'>,
  { method = 'POST', search = '', headers = {}, body }: Question,
): Promise<Answer> {
  const sent = request(`${server.url}${search}`, { method, headers, agent: false })
  const answered = once(sent, 'response')
  const over = Promise.allSettled([answered])
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) sent.end(body)
  else {
    for (const piece of body) {
      // A server that does not want to read on says so before the end.
      if (!sent.write(piece) && (await Promise.race([drained(sent), over])) !== 'drained') break
    }
    sent.end()
  }
  const [response] = await answered
  sent.on('error', () => {})
  const { data, errors } = (await json(response)) as Pick<Answer, 'data' | 'errors'>
  return { status: response.statusCode, headers: response.headers, data, errors }
}

async function drained(sent: ClientRequest): Promise<'drained'> {
  await once(sent, 'drain')
  return 'drained'
}

export const JSON_HEADERS = { 'content-type': 'application/json' }

/** The headers of a browser in which somebody is signed in. */
export function signedIn({ token }: { token: string }): OutgoingHttpHeaders {
  return { cookie: `qlab.session=${token}` }
}

/** Asks as clients do: JSON there and back. */
export function ask(
  server: Pick<TestServer, 'url'>,
  query: string,
  variables: Record<string, unknown> = {},
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  const body = JSON.stringify({ query, variables })
  return send(server, { headers: { ...JSON_HEADERS, ...headers }, body })
}
