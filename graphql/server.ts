import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Database } from '#db/client.ts'
import { createApolloServer } from './apollo.ts'
import { createContext } from './context.ts'
import type { Door } from './doors.ts'
import { maskError } from './errors.ts'
import { createExecute, type Execute } from './execute.ts'
import type { InProcess, InProcessAnswer, PageRequest, StartedSession } from './in-process.ts'
import { createKnownDocuments } from './known-documents.ts'
import { createPartnerDoor, type PartnerDoor } from './partner-door.ts'
import { createOpenFile } from './partner-files.ts'
import { createSchema } from './schema.ts'

/** Everything that answers operations: over HTTP through Apollo, from pages in process; one schema, one executor. */
export type GraphqlServer = Door & {
  db: Database
  /** For tokens: a part of the schema, and nothing else in common. */
  partner: PartnerDoor
  inProcess: InProcess
}

/** Builds the schema and starts Apollo on a database. */
export async function createGraphqlServer(db: Database): Promise<GraphqlServer> {
  const schema = createSchema()
  const execute = createExecute(schema)
  const known = createKnownDocuments()
  const apollo = createApolloServer(schema, execute, known, { csrfPrevention: true })
  const partner = createPartnerDoor()
  await Promise.all([apollo.start(), partner.apollo.start()])
  const inProcess = { execute: executeForPages(db, execute), openFile: createOpenFile(db, partner) }
  return { db, apollo, execute, known, partner, inProcess }
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
