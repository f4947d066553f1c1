import 'server-only'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { GraphQLFormattedError } from 'graphql'
import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { sessionCookie } from '#auth-cookies.ts'
import type { InProcessAnswer, PageRequest } from '#graphql/in-process.ts'
import { originOf } from './origin.ts'

/**
 * An operation that failed, or was asked too often. Its message is a sentence that can be shown; the error page shows
 * its request id, as `digest`.
 */
export class OperationFailed extends Error {
  override name = 'OperationFailed'
  constructor(
    message: string,
    readonly digest: string,
  ) {
    super(message)
  }
}

/**
 * Executes an operation for a server component, without HTTP. What may not be seen becomes the page for that: not
 * found, forbidden or sign in. A field that hides its value (RESULTS_HIDDEN) is null, and the page says so.
 */
export async function query<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const { data } = await execute(document, variables)
  return data
}

/**
 * A way to ask for whoever made this request, also while its answer is being sent: a file that is made as it is read asks
 * for its next page long after the route has answered.
 */
export async function askWhileAnswering() {
  const request = await describeRequest()
  return async <TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ): Promise<TData> => {
    const answer = await globalThis.qlab?.execute(document, variables, request)
    const [error] = answer?.errors ?? []
    if (error) await leave(error, request.requestId)
    if (!answer?.data) throw new OperationFailed('The operation answered nothing.', request.requestId)
    return answer.data
  }
}

/** An operation of a server action. A session that the operation started becomes the viewer's cookie. */
export async function mutate<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const { data, startedSession } = await execute(document, variables)
  if (startedSession) {
    const { name, options } = sessionCookie()
    const jar = await cookies()
    jar.set(name, startedSession.token, { ...options, expires: startedSession.expires })
  }
  return data
}

async function execute<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) {
  const request = await describeRequest()
  const server = globalThis.qlab
  if (!server)
    throw new OperationFailed('The GraphQL server has not been started in this process.', request.requestId)
  const answer = await server.execute(document, variables, request)
  const error = answer.errors?.find(({ extensions }) => extensions?.code !== 'RESULTS_HIDDEN')
  if (error) await leave(error, request.requestId)
  return complete(answer, request.requestId)
}

async function leave(error: GraphQLFormattedError, requestId: string): Promise<void> {
  const code = error.extensions?.code
  if (code === 'NOT_FOUND') notFound()
  if (code === 'FORBIDDEN') forbidden()
  if (code === 'UNAUTHENTICATED') {
    const path = (await headers()).get('x-qlab-path') ?? '/workshops'
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`)
  }
  throw new OperationFailed(error.message, requestId)
}

function complete<TData>(answer: InProcessAnswer<TData>, requestId: string) {
  const { data } = answer
  if (data === null || data === undefined)
    throw new OperationFailed('The operation answered nothing.', requestId)
  return { ...answer, data }
}

async function describeRequest(): Promise<PageRequest> {
  const [asked, jar] = await Promise.all([headers(), cookies()])
  return {
    sessionToken: jar.get(sessionCookie().name)?.value ?? null,
    address: asked.get('x-qlab-remote-address') ?? '',
    origin: originOf(asked),
    requestId: asked.get('x-request-id') ?? crypto.randomUUID(),
  }
}
