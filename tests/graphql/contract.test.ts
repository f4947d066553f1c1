import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { expect, test } from 'vitest'
import { REFUSAL_CODES } from '#domain/refusal.ts'
import { createSchema } from '#graphql/schema.ts'

/** What holds for the contract as a whole, whatever is added to it. */

const schema = createSchema()
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
const objects = types.filter(isObjectType)
const fields = objects.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ type: type.name, field })),
)
const leadingTo = (...names: string[]) =>
  fields
    .filter(({ field }) => names.includes(getNamedType(field.type).name))
    .map(({ type, field }) => `${type}.${field.name}`)

test('a ballot hangs on its round alone, is asked for without naming anybody, and leads to nobody', () => {
  expect(leadingTo('Ballot')).toEqual(['Round.ballot'])
  const ballot = fields.find(({ type, field }) => type === 'Round' && field.name === 'ballot')
  expect(ballot?.field.args).toEqual([])
  const below = fields
    .filter(({ type }) => type === 'Ballot')
    .map(({ field }) => getNamedType(field.type).name)
  expect(new Set(below)).toEqual(new Set(['Int', 'ID']))
})

test('nothing that is somebody leads to what is chosen, and nothing that is chosen to somebody', () => {
  const somebody = ['Viewer', 'Person', 'Seat', 'Table']
  const chosen = ['Option', 'Ballot', 'ResultRow', 'ChannelDots', 'PaperFigure', 'Turnout', 'VoteSuccess']
  const direct = (from: string[], to: string[]) =>
    fields.filter(({ type, field }) => from.includes(type) && to.includes(getNamedType(field.type).name))
  expect(direct(somebody, chosen)).toEqual([])
  expect(direct(chosen, somebody)).toEqual([])
  for (const { field } of fields.filter(({ field }) => chosen.includes(getNamedType(field.type).name))) {
    const naming = field.args.filter(({ name }) => /seat|person|voter|viewer|table/i.test(name))
    expect(naming).toEqual([])
  }
})

test('every list of objects says how long it may be, so that its cost is known', () => {
  const lists = fields.filter(({ field }) => {
    const listed = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type))
    // Edges are as many as the connection that holds them.
    return listed && field.name !== 'edges'
  })
  const sized = ({ field }: (typeof lists)[number]) =>
    field.astNode?.directives?.some(({ name }) => name.value === 'listSize') === true
  expect(lists.filter((list) => !sized(list)).map(({ type, field }) => `${type}.${field.name}`)).toEqual([])
})

test('every connection says its size, and has pages', () => {
  const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
  for (const { type, field } of connections) {
    expect([`${type}.${field.name}`, field.args.map(({ name }) => name)]).toEqual([
      `${type}.${field.name}`,
      expect.arrayContaining(['first', 'after']),
    ])
    expect(field.astNode?.directives?.map(({ name }) => name.value)).toContain('listSize')
  }
})

test('no input holds itself, which the compiled executor would follow without end', () => {
  const inputs = types.filter(isInputObjectType)
  const holds = (name: string, path: string[] = []): string[] => {
    if (path.includes(name)) return [...path, name]
    const input = inputs.find((type) => type.name === name)
    return Object.values(input?.getFields() ?? {}).flatMap(({ type }) =>
      holds(getNamedType(type).name, [...path, name]),
    )
  }
  expect(inputs.flatMap(({ name }) => holds(name))).toEqual([])
})

test('every mutation answers with a success or a refusal', () => {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const union = getNamedType(field.type)
    const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : []
    expect([field.name, members]).toEqual([field.name, [expect.stringMatching(/Success$/), 'Refusal']])
  }
})

test('the codes of refusals are those of the rules', () => {
  const codes = schema.getType('RefusalCode')?.toConfig()
  expect(Object.keys(codes && 'values' in codes ? codes.values : {})).toEqual([...REFUSAL_CODES])
})
