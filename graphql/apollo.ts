import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import { log } from '#log.ts'
import { answerOperation } from './answers.ts'
import type { Context } from './context.ts'
import { maskError } from './errors.ts'
import type { Execute } from './execute.ts'
import type { KnownDocuments } from './known-documents.ts'
import { HTTP_RULES, LIMITS } from './limits.ts'

/** The server that speaks GraphQL over HTTP: parses, validates and limits; execution is ours. */
export function createApolloServer(
  schema: GraphQLSchema,
  execute: Execute,
  known: KnownDocuments,
  { csrfPrevention }: { csrfPrevention: boolean },
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [...HTTP_RULES],
    validationOptions: { maxErrors: LIMITS.errors },
    // Errors that happen before there is a context (a body that cannot be read) carry no request id.
    formatError: (formatted, error) => maskError(formatted, error, 'unknown'),
    logger: { debug() {}, info() {}, warn: (m) => log.warn(m), error: (m) => log.error(m) },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      compiledExecution(execute, known),
      statusOfRequestErrors(),
    ],
  })
}

function compiledExecution(execute: Execute, known: KnownDocuments): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, source, request, response, contextValue }) {
          known.remember(source, document)
          const { result, status, retryAfter } = await answerOperation(
            execute,
            // Apollo's own `operationName` is null for a name that the document does not have.
            { document, operationName: request.operationName, variables: request.variables ?? {} },
            contextValue,
          )
          if (status !== undefined) response.http.status = status
          if (retryAfter !== undefined) response.http.headers.set('retry-after', retryAfter)
          return { http: response.http, body: { kind: 'single', singleResult: result } }
        },
      }
    },
  }
}

const NOT_EXECUTED = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/** What was understood and not executed: 400, but 200 for `application/json`, as the draft of GraphQL over HTTP asks. */
function statusOfRequestErrors(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      const status = request.http?.headers.get('accept') === 'application/json' ? 200 : 400
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return
          const { data, errors = [] } = response.body.singleResult
          const [code] = errors.map(({ extensions }) => String(extensions?.code))
          if (data === undefined && code && NOT_EXECUTED.has(code)) response.http.status = status
          if (data === undefined && code === 'OPERATION_RESOLUTION_FAILURE') response.http.status = 400
        },
      }
    },
  }
}
