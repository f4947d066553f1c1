import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { log } from '#log.ts'
import type { Context } from './context.ts'
import { databaseTrouble, maskError } from './errors.ts'
import type { Execute } from './execute.ts'
import { HTTP_RULES, LIMITS } from './limits.ts'

/** The server that speaks GraphQL over HTTP: parses, validates, limits and masks; execution is ours. */
export function createApolloServer(schema: GraphQLSchema, execute: Execute): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
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
      compiledExecution(execute),
      statusOfRequestErrors(),
    ],
  })
}

function compiledExecution(execute: Execute): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, response, contextValue }) {
          const result = await execute(
            document,
            // Apollo's own `operationName` is null for a name that the document does not have.
            request.operationName,
            contextValue,
            request.variables ?? {},
          )
          const trouble = result.errors
            ?.map((error) => databaseTrouble(error))
            .find((found) => found !== null)
          if (trouble) {
            response.http.status = 503
            response.http.headers.set('retry-after', '2')
          }
          if (contextValue.retryAfterSeconds !== null) {
            response.http.status = 429
            response.http.headers.set('retry-after', String(contextValue.retryAfterSeconds))
          }
          const errors: GraphQLFormattedError[] | undefined = result.errors?.map((error) =>
            maskError(error.toJSON(), error, contextValue.requestId),
          )
          const singleResult = result.data === undefined ? { errors } : { errors, data: result.data }
          return { http: response.http, body: { kind: 'single', singleResult } }
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
