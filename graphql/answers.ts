import type { FormattedExecutionResult } from 'graphql'
import type { Context } from './context.ts'
import { databaseTrouble, maskError } from './errors.ts'
import type { Execute } from './execute.ts'
import type { KnownRequest } from './known-documents.ts'

/** What became of an operation: its result as callers may see it, and what HTTP says of it where that is not 200. */
export type Answer = {
  result: FormattedExecutionResult
  status?: number
  retryAfter?: string
}

/** Executes an operation and masks its errors. */
export async function answerOperation(
  execute: Execute,
  { document, operationName, variables }: Omit<KnownRequest, 'findsItsViewer'>,
  context: Context,
): Promise<Answer> {
  const { data, errors } = await execute(document, operationName, context, variables)
  const masked = errors?.map((error) => maskError(error.toJSON(), error, context.requestId))
  const result = { ...(masked && { errors: masked }), ...(data !== undefined && { data }) }
  if (context.retryAfterSeconds !== null) {
    return { result, status: 429, retryAfter: String(context.retryAfterSeconds) }
  }
  const troubled = errors?.some((error) => databaseTrouble(error) !== null)
  return troubled ? { result, status: 503, retryAfter: '2' } : { result }
}
