import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { GraphQLFormattedError } from 'graphql'

/** What a page tells of the request it renders for. */
export type PageRequest = {
  /** The session cookie's value, if there is one. */
  sessionToken: string | null
  /** Scheme and host that the person used, for links. */
  origin: string
  requestId: string
}

/** A session that an operation started: the page sets the cookie. */
export type StartedSession = { token: string; expires: Date }

export type InProcessAnswer<TData> = {
  data?: TData | null
  errors?: readonly GraphQLFormattedError[]
  startedSession?: StartedSession
}

/** Executes operations for server components without HTTP: the same schema, rights and masking as the endpoint. */
export type InProcess = {
  execute<TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    request: PageRequest,
  ): Promise<InProcessAnswer<TData>>
}

declare global {
  /**
   * Set by the server before the first page is rendered. Pages are bundled apart from the server, so this object,
   * not an import, is what they have in common.
   */
  var qlab: InProcess | undefined
}
