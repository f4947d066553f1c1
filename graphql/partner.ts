import { defaultFieldResolver, GraphQLError, type GraphQLSchema, isObjectType } from 'graphql'
import { type PartnerScope, reaches, SCOPE_NAMES } from '#domain/tokens.ts'
import type { Context } from './context.ts'
import { type FieldScopes, partnerContract } from './partner-contract.ts'
import { createPartialSchema, readContract } from './schema.ts'

/**
 * The schema that tokens execute against: the marked part of the one contract, answered by the same resolvers. What is
 * not placed in the contract stops the start. Without guards it is for tokens whose scopes reach everything: asking at
 * each field costs as much as reading it.
 */
export function createPartnerSchema({ guarded } = { guarded: true }): GraphQLSchema {
  const { document, scopes, unplaced } = partnerContract(readContract())
  if (unplaced.length > 0) {
    throw new Error(`Mark as @partner or @inside in graphql/types: ${unplaced.join(', ')}.`)
  }
  const schema = createPartialSchema(document)
  if (guarded) guard(schema, scopes)
  return schema
}

function guard(schema: GraphQLSchema, scopes: FieldScopes): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const scope = scopes.get(`${type.name}.${field.name}`) ?? null
      if (scope === null) continue
      const resolve = field.resolve ?? defaultFieldResolver
      field.resolve = (parent, args, context: Context, info) => {
        requireScope(context, scope)
        return resolve(parent, args, context, info)
      }
    }
  }
}

function requireScope({ viewer }: Context, scope: PartnerScope): void {
  if (viewer?.partner && reaches(viewer.partner.scopes, scope)) return
  throw new GraphQLError(
    `This token does not have the scope ${SCOPE_NAMES[scope]}. Ask the Lab for one that has it.`,
    { extensions: { code: 'FORBIDDEN' } },
  )
}
