import { GraphQLError, type GraphQLSchema, getOperationAST } from 'graphql'
import { reachesAll } from '#domain/tokens.ts'
import { createApolloServer } from './apollo.ts'
import type { Door } from './doors.ts'
import { createExecute, type Execute } from './execute.ts'
import { createKnownDocuments } from './known-documents.ts'
import { costOf } from './limits.ts'
import { createPartnerSchema } from './partner.ts'

/** The door for tokens, and the schema behind it. */
export type PartnerDoor = Door & { schema: GraphQLSchema }

/** Everything that answers operations asked with a token. It shares no document with the door for people. */
export function createPartnerDoor(): PartnerDoor {
  const schema = createPartnerSchema()
  const execute = chargeFirst(byScopes(schema))
  const known = createKnownDocuments()
  // A token travels in a header that no page of another site can send unasked, so nothing else need prove a request.
  const apollo = createApolloServer(schema, execute, known, { csrfPrevention: false })
  return { apollo, execute, known, schema }
}

/** Both schemas are the same contract, and a document that is valid for one is valid for the other. */
function byScopes(schema: GraphQLSchema): Execute {
  const guarded = createExecute(schema)
  const open = createExecute(createPartnerSchema({ guarded: false }))
  return (document, operationName, context, variables) => {
    const scopes = context.viewer?.partner?.scopes ?? []
    return (reachesAll(scopes) ? open : guarded)(document, operationName, context, variables)
  }
}

/** Takes the cost of an operation off the token's minute, unless the door has done so already. */
function chargeFirst(execute: Execute): Execute {
  return async (document, operationName, context, variables) => {
    const operation = getOperationAST(document, operationName)
    if (operation != null && context.meter) {
      const allowed = await context.meter.pay(costOf(operation), operation.name?.value ?? '')
      if (!allowed) {
        context.retryAfterSeconds = context.meter.secondsLeft
        return { errors: [overBudget(context.meter.secondsLeft)] }
      }
    }
    return execute(document, operationName, context, variables)
  }
}

const OVER_BUDGET = 'This token has used up its minute. Come back in'

/** What a token is told that asks more than its budget. */
export function overBudget(seconds: number): GraphQLError {
  return new GraphQLError(`${OVER_BUDGET} ${seconds} seconds.`, { extensions: { code: 'RATE_LIMITED' } })
}
