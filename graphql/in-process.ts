import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { GraphQLFormattedError } from 'graphql'
import type { ExportFile } from '#domain/exports.ts'

/** What a page tells of the request it renders for. */
export type PageRequest = {
  /** The session cookie's value, if there is one. */
  sessionToken: string | null
  /** The seat whose page asks, where it names one. */
  seatId?: string
  /** The address that the request comes from. */
  address?: string
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

/** A bulk file that is asked for, by the header of a token or by a link that it signed. */
export type FileRequest = { fileName: string; url: URL; headers: Pick<Headers, 'get'> }

/** What a token that was let in to a bulk file may do. Whoever holds it closes it. */
export type FilePass = {
  file: ExportFile
  /** Narrows lists of the file that can be narrowed. */
  updatedSince: string | null
  /** Whether the token reads words, too. */
  readsContent: boolean
  headers: [string, string][]
  /**
   * Asks for one page of the file as the token, whose rights are looked up anew. What is not there any more is null;
   * throws once the token has ended.
   */
  ask<TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ): Promise<TData>
  /** Says that the file broke off, for the figures that the token's holder sees. */
  noteError(error: unknown): void
  close(): void
}

/** Executes operations for server components without HTTP: the same schema, rights and masking as the endpoint. */
export type InProcess = {
  execute<TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    request: PageRequest,
  ): Promise<InProcessAnswer<TData>>
  /** Lets a token in to a bulk file; what it may not have is answered already. */
  openFile(request: FileRequest): Promise<FilePass | Response>
}

declare global {
  /**
   * Set by the server before the first page is rendered. Pages are bundled apart from the server, so this object,
   * not an import, is what they have in common.
   */
  var qlab: InProcess | undefined
}
