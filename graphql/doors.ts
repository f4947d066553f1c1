import type { ApolloServer } from '@apollo/server'
import type { Context } from './context.ts'
import type { Execute } from './execute.ts'
import type { KnownDocuments } from './known-documents.ts'

/** What answers operations of one schema over HTTP: Apollo, the executor, and the documents that Apollo has let through. */
export type Door = { apollo: ApolloServer<Context>; execute: Execute; known: KnownDocuments }
