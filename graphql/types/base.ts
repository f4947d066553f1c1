import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { isMoment } from '#domain/dates.ts'
import type { BasedOn } from '#domain/overwrites.ts'
import type { Refusal } from '#domain/refusal.ts'
import { connectionFields } from '#graphql/connections.ts'
import type { Resolvers } from '#graphql/generated/resolvers.ts'

const DAY = /^\d{4}-\d\d-\d\d$/

const DateTime = new GraphQLScalarType<Date | string, string>({
  name: 'DateTime',
  // The words of the contract go no further than a scalar's resolver: whoever introspects reads these.
  description: 'A moment in ISO 8601, with its offset: `2017-07-13T15:42:00.000Z`.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString()),
  parseValue: (value) => moment(value),
  parseLiteral: (node) => moment(node.kind === Kind.STRING ? node.value : null),
})

const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day in ISO 8601: `2017-07-13`.',
  serialize: (value) => String(value),
  parseValue: (value) => day(value),
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : null),
})

const MOST_FIELDS = 40

const BasedOnScalar = new GraphQLScalarType<BasedOn, BasedOn>({
  name: 'BasedOn',
  description:
    'What the fields of a form held when its changes were begun: an object from the names of the input’s fields to texts, numbers, true, false or null, 40 fields at most.',
  parseValue: (value) => basedOn(value),
  parseLiteral: (node, variables) => basedOn(valueFromASTUntyped(node, variables)),
})

export const baseResolvers = {
  BasedOn: BasedOnScalar,
  DateTime,
  Date: DateScalar,
  ErasureRequestConnection: connectionFields,
  IdeaConnection: connectionFields,
  IssueConnection: connectionFields,
  MeasurePointConnection: connectionFields,
  PersonConnection: connectionFields,
  ProjectConnection: connectionFields,
  SeatConnection: connectionFields,
  WorkshopConnection: connectionFields,
} satisfies Resolvers

/** A refusal as the union member that it is in every result. */
export function refused(no: Refusal): Refusal & { __typename: 'Refusal' } {
  return { __typename: 'Refusal', ...no }
}

function moment(value: unknown): string {
  if (typeof value === 'string' && isMoment(value)) return new Date(value).toISOString()
  throw new GraphQLError('Give a moment in ISO 8601, like 2017-07-13T15:42:00Z.')
}

function day(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) return value
  throw new GraphQLError('Give a day in ISO 8601, like 2017-07-13.')
}

function basedOn(value: unknown): BasedOn {
  const fields =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null
  const held = (one: unknown) => one === null || ['string', 'number', 'boolean'].includes(typeof one)
  if (fields === null || fields.length > MOST_FIELDS || !fields.every(([, one]) => held(one)))
    throw new GraphQLError('Give an object from names of fields to texts, numbers, true, false or null.')
  return Object.fromEntries(fields) as BasedOn
}
