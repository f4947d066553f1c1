import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { originOf } from './origin.ts'

/** Asks without a session: a page in somebody else's frame acts for nobody. */
export type AskAsNobody = <TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<TData | null>

/** A way to ask for what everybody may read; null for what may not be seen. No cookie of the request is read. */
export function askAsNobody(headers: Headers): AskAsNobody {
  const requestId = headers.get('x-request-id') ?? crypto.randomUUID()
  const origin = originOf(headers)
  return async (document, variables) => {
    const request = { sessionToken: null, origin, requestId }
    const answer = await globalThis.qlab?.execute(document, variables, request)
    const [error] = answer?.errors ?? []
    if (error?.extensions?.code === 'NOT_FOUND') return null
    if (error || !answer?.data) throw new Error(error?.message ?? 'The operation answered nothing.')
    return answer.data
  }
}
