import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Denial } from '#domain/permissions.ts'

/** Codes that may leave the house with their own message. Everything else is masked. */
const SPEAKABLE = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RATE_LIMITED',
  'RESULTS_HIDDEN',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHENTICATED',
])

const DENIALS: Record<Denial, string> = {
  UNAUTHENTICATED: 'Sign in or join with a room code first.',
  NOT_FOUND: 'This was not found. It may have been removed, or you may need to sign in to see it.',
  FORBIDDEN: 'You do not have the right to do this. Ask a facilitator of the workshop or an administrator.',
}

/** A right that is missing, as a thrown error: its code and sentence reach the caller. */
export function denied(code: Denial): GraphQLError {
  return new GraphQLError(DENIALS[code], { extensions: { code } })
}

/** Input that no form produces (a page size out of bounds, an unreadable cursor). */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

type DatabaseTrouble = { code: 'TIMEOUT' | 'SERVICE_UNAVAILABLE'; message: string }
const BUSY = 'This took too long and nothing was changed. Try again in a moment.'
const AWAY =
  'The service cannot reach its data at the moment. Nothing you typed is lost; try again in a moment.'

/** Names trouble of the database that passes by itself; null for anything else. SQLSTATE classes as Postgres defines them. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  let cause = error
  for (let depth = 0; cause instanceof Error && depth < 6; depth++) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (/^(55P03|57014|40001|40P01)$/.test(code)) return { code: 'TIMEOUT', message: BUSY }
    if (/^(53\d\d\d|57P0[1-5]|08\w\w\w|ECONN\w+|CONNECT_TIMEOUT|CONNECTION_\w+|EPIPE)$/.test(code)) {
      return { code: 'SERVICE_UNAVAILABLE', message: AWAY }
    }
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause
  }
  return null
}

/** What the caller is told of an error: speakable ones as they are, passing trouble by its name, bugs by a request id alone. */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
): GraphQLFormattedError {
  const code = String(formatted.extensions?.code ?? '')
  const trouble = databaseTrouble(error)
  if (trouble !== null) {
    return { message: trouble.message, path: formatted.path, extensions: { code: trouble.code, requestId } }
  }
  if (SPEAKABLE.has(code)) return { ...formatted, extensions: { code } }
  return {
    message: `Something went wrong on our side. Try again; if it happens again, tell us this number: ${requestId}.`,
    path: formatted.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  }
}

/** Whether an error is a bug or an outage, which the log must hold whole. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof GraphQLError) || !SPEAKABLE.has(String(error.extensions?.code))
}
