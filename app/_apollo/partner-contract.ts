import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, type GraphQLSchema, introspectionFromSchema } from 'graphql'
import { LIMITS } from '#graphql/limits.ts'
import { BODY_LIMIT } from '#graphql/request-body.ts'

/** What one request may ask for, in figures. */
export const REQUEST_LIMITS = { ...LIMITS, bytes: BODY_LIMIT }

type Contract = { text: string; schema: GraphQLSchema }
let contract: Contract | undefined

/** The schema that tokens ask, as it is committed. */
export function partnerContract(): Contract {
  contract ??= readContract()
  return contract
}

/** The same as the answer to an introspection query, for tools. */
export function partnerIntrospection(): string {
  return JSON.stringify({ data: introspectionFromSchema(partnerContract().schema) })
}

function readContract(): Contract {
  const text = readFileSync(join(process.cwd(), 'graphql', 'partner.graphql'), 'utf8')
  return { text, schema: buildSchema(text, { noLocation: true }) }
}
