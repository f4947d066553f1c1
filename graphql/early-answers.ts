import type { ServerResponse } from 'node:http'
import { log } from '#log.ts'
import { databaseTrouble } from './errors.ts'
import { BodyTooLarge } from './request-body.ts'

/** An answer that the handler gives by itself, before or instead of GraphQL. */
export type Early = {
  status: number
  code: string
  message: string
  headers?: Record<string, string>
  /** Given where somebody may want to ask what happened. */
  requestId?: string
}

/** Whatever is wrong with a token, the answer is the same. */
export const NO_TOKEN: Early = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'This token is not valid. Ask the Lab for a new one.',
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
}

/** Questions come by GET or POST. */
export const METHOD_NOT_ALLOWED: Early = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: 'Use GET or POST.',
  headers: { allow: 'GET, POST' },
}

/** None of the media types that the caller takes is ours. */
export const NOT_ACCEPTABLE: Early = {
  status: 406,
  code: 'BAD_REQUEST',
  message: 'Answers are application/json or application/graphql-response+json. Accept one of them.',
}

/** What is said of a request that failed. */
export function earlyFor(error: unknown, requestId: string): Early {
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

/** Sends an answer that is no GraphQL. */
export function sendEarly(res: ServerResponse, early: Early): void {
  if (res.headersSent) return void res.destroy()
  res.writeHead(early.status, headersOf(early))
  res.end(textOf(early))
}

/** The same for a route of the pages. */
export function earlyResponse(early: Early): Response {
  return new Response(textOf(early), { status: early.status, headers: headersOf(early) })
}

function headersOf({ headers }: Early): Record<string, string> {
  return { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers }
}

function textOf({ code, message, requestId }: Early): string {
  return JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })
}
