import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'

/** What examples ask about, by the name of the argument: words and names of the 2017 workshop, which every installation has. */
const SAMPLES: Record<string, string> = {
  slug: '"peer-support-2017"',
  query: '"peer support"',
  search: '"peer"',
  id: '$id',
}

const ROWS = 5

/**
 * The arguments of a field in an example, as they are written: those that it needs and a small page, and of the others the
 * one that is shown. Null for a field that needs what an example cannot know.
 */
export function sampleArguments(args: readonly GraphQLArgument[], shown?: string): string | null {
  const given: string[] = []
  for (const argument of args) {
    const value = givenValue(argument, shown)
    if (value === undefined) continue
    if (value === null) return null
    given.push(`${argument.name}: ${value}`)
  }
  return given.length === 0 ? '' : `(${given.join(', ')})`
}

/** Undefined where an argument is left out, null where it cannot be. */
function givenValue({ name, type, defaultValue }: GraphQLArgument, shown: string | undefined) {
  if (name === 'first') return String(ROWS)
  if (name !== shown && (!isNonNullType(type) || defaultValue !== undefined)) return undefined
  return sampleValue(name, type)
}

function sampleValue(name: string, type: GraphQLInputType): string | null {
  const inner = getNullableType(type)
  if (isListType(inner)) {
    const one = sampleValue(name, inner.ofType)
    return one === null ? null : `[${one}]`
  }
  const sample = SAMPLES[name]
  if (sample !== undefined) return sample
  const named = getNamedType(inner)
  if (isEnumType(named)) return named.getValues()[0]?.name ?? null
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).flatMap((field) => {
      const value = sampleValue(field.name, field.type)
      return value === null ? [] : [`${field.name}: ${value}`]
    })
    return `{ ${fields.join(', ')} }`
  }
  return SCALARS[named.name] ?? null
}

const SCALARS: Record<string, string> = {
  DateTime: '"2017-07-13T00:00:00Z"',
  Date: '"2017-07-13"',
  Boolean: 'true',
  Int: '10',
  String: '"text"',
}
