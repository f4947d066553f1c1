import {
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  visit,
} from 'graphql'
import { expect, test } from 'vitest'
import { createPartnerSchema } from '#graphql/partner.ts'
import { readContract } from '#graphql/schema.ts'

/** What partners read about the contract: everything is told, in sentences, and what will go says from when. */

type Told = { place: string; words: string | null | undefined }

function partsOf(type: GraphQLNamedType): Told[] {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name, description }) => ({ place: `${type.name}.${name}`, words: description }))
  }
  if (!isObjectType(type) && !isInputObjectType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    const place = `${type.name}.${field.name}`
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
    return [
      { place, words: field.description },
      ...args.map(({ name, description }) => ({ place: `${place}(${name}:)`, words: description })),
    ]
  })
}

const told = Object.values(createPartnerSchema().getTypeMap())
  .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
  .flatMap((type) => [{ place: type.name, words: type.description }, ...partsOf(type)])

const isInSentences = (words: string) => /^["“`A-Z0-9]/.test(words) && /[.?!]["”`)]*$/.test(words.trim())

test('every type, field, argument and value that partners see is described', () => {
  expect(told.filter(({ words }) => !words?.trim()).map(({ place }) => place)).toEqual([])
})

test('descriptions are sentences', () => {
  const odd = told.filter(({ words }) => words?.trim() && !isInSentences(words))
  expect(odd.map(({ place, words }) => `${place}: ${words}`)).toEqual([])
})

test('descriptions speak of whoever asks, and not of somebody who looks at a page', () => {
  const odd = told.filter(({ words }) => /\bviewer\b/i.test(words ?? ''))
  expect(odd.map(({ place }) => place)).toEqual([])
})

test('what is deprecated says why, and from which day it may be gone', () => {
  const sample = parse(
    'type A { b: Int @deprecated(reason: "Use c. It goes on 2027-03-31.") c: Int @deprecated }',
  )
  expect(undated(sample)).toEqual(['No longer supported'])
  expect(undated(readContract())).toEqual([])
})

/** The reasons of deprecations that name no day. */
function undated(document: ReturnType<typeof readContract>): string[] {
  const found: string[] = []
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'deprecated') return
      const reason = reasonOf(node as ConstDirectiveNode)
      if (!/\b20\d\d-\d\d-\d\d\b/.test(reason)) found.push(reason)
    },
  })
  return found
}

function reasonOf({ arguments: given }: ConstDirectiveNode): string {
  const value = given?.find(({ name }) => name.value === 'reason')?.value
  return value?.kind === Kind.STRING ? value.value : 'No longer supported'
}
