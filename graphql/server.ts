import type { ApolloServer } from '@apollo/server'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Database } from '#db/client.ts'
import { createApolloServer } from './apollo.ts'
import { type Context, createContext } from './context.ts'
import { maskError } from './errors.ts'
import { createExecute, type Execute } from './execute.ts'
import type { InProcess, InProcessAnswer, PageRequest, StartedSession } from './in-process.ts'
import { createKnownDocuments, type KnownDocuments } from './known-documents.ts'
import { createSchema } from './schema.ts'

/** Everything that answers operations: over HTTP through Apollo, from pages in process; one schema, one executor. */
export type GraphqlServer = {
  db: Database
  apollo: ApolloServer<Context>
  execute: Execute
  /** What Apollo has let through. */
  known: KnownDocuments
  inProcess: InProcess
}

/** Builds the schema and starts Apollo on a database. */
export async function createGraphqlServer(db: Database): Promise<GraphqlServer> {
  const schema = createSchema()
  const execute = createExecute(schema)
  const known = createKnownDocuments()
  const apollo = createApolloServer(schema, execute, known)
  await apollo.start()
  return { db, apollo, execute, known, inProcess: { execute: executeForPages(db, execute) } }
}

function executeForPages(db: Database, execute: Execute) {
  return async <TData, TVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    request: PageRequest,
  ): Promise<InProcessAnswer<TData>> => {
    let startedSession: StartedSession | undefined
    const context = await createContext(db, request, (session) => {
      startedSession = session
    })
    const result = await execute(
      document,
      undefined,
      context,
      Object.fromEntries(Object.entries(variables ?? {})),
    )
    return {
      // The document's type says what its data is; the executor is the only place that cannot know it.
      data: result.data as TData | null | undefined,
      errors: result.errors?.map((error) => maskError(error.toJSON(), error, request.requestId)),
      ...(startedSession && { startedSession }),
    }
  }
}
