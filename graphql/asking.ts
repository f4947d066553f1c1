import type { IncomingMessage } from 'node:http'
import { HeaderMap } from '@apollo/server'
import { answerOperation } from './answers.ts'
import type { Context } from './context.ts'
import type { Door } from './doors.ts'
import type { KnownRequest } from './known-documents.ts'
import type { MediaType } from './media-type.ts'

/** What a door says, before it is sent. */
export type Said = { status: number; headers: Iterable<[string, string]>; text: string }
/** Makes the context of a request; for one that finds out itself who is asking, nobody is looked up. */
export type FindContext = (request?: KnownRequest) => Context | Promise<Context>

/** Executes what Apollo has let through before; null for anything else, and for what was not executed after all. */
export async function askAgain(
  door: Door,
  body: unknown,
  accept: MediaType,
  findContext: FindContext,
): Promise<Said | null> {
  const known = door.known.find(body)
  if (known === null) return null
  const {
    result,
    status = 200,
    retryAfter,
  } = await answerOperation(door.execute, known, await findContext(known))
  // Variables that do not fit: Apollo knows how that is said.
  if (result.data === undefined) return null
  const headers: [string, string][] = [['content-type', `${accept}; charset=utf-8`]]
  if (retryAfter !== undefined) headers.push(['retry-after', retryAfter])
  return { status, headers, text: JSON.stringify(result) }
}

/** Lets Apollo parse, validate, weigh and execute. */
export async function askApollo(
  door: Door,
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
  } = await door.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: req.method ?? 'GET',
      headers: headerMap(req).set('accept', accept),
      search: searchOf(req.url),
      body,
    },
    context: async () => {
      try {
        return await findContext()
      } catch (cause) {
        trouble = { cause }
        throw cause
      }
    },
  })
  if (trouble) throw trouble.cause
  if (said.kind !== 'complete') throw new Error('Incremental delivery is not offered.')
  // Without the new line at its end, which the answers of `askAgain` do not have either.
  return { status: status ?? 200, headers, text: said.string.trimEnd() }
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
