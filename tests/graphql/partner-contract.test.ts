import { readFileSync } from 'node:fs'
import { buildSchema, findBreakingChanges, parse } from 'graphql'
import { expect, test } from 'vitest'
import { createPartnerSchema } from '#graphql/partner.ts'
import { partnerContract, printContract } from '#graphql/partner-contract.ts'
import { readContract } from '#graphql/schema.ts'

/** What partners are promised: a part of the contract that somebody chose, written down, and kept. */

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const contract = partnerContract(readContract())
const printed = printContract(contract)

test('every root field and every type is placed: for partners, or inside', () => {
  expect(contract.unplaced).toEqual([])
})

test('what nobody has placed is not for partners, and says so', () => {
  const { unplaced, document } = partnerContract(
    parse(`
      type Query { a: A @partner b: Int c: C @inside }
      type A { id: ID! @partner d: D forgotten: Int }
      type C @inside { id: ID! }
      type D { id: ID! }
    `),
  )
  expect(unplaced).toEqual(['Query.b', 'D'])
  expect(printContract({ document, unplaced, scopes: new Map() })).toBe(
    'type Query {\n  a: A\n}\n\ntype A {\n  id: ID!\n}\n',
  )
})

test('a field that asks for more than its object may be null', () => {
  const { document } = partnerContract(
    parse(
      'type Query { a: Int! @partner b: Int! @partner(scope: RESULTS) c: [Int!]! @partner(scope: CONTENT) }',
    ),
  )
  const fields = buildSchema(printContract({ document, unplaced: [], scopes: new Map() }))
    .getQueryType()
    ?.getFields()
  expect(Object.values(fields ?? {}).map(({ type }) => String(type))).toEqual(['Int!', 'Int', '[Int!]'])
})

test('the contract that partners see is the one that is committed: npm run generate writes it anew', () => {
  expect(read('graphql/partner.graphql')).toBe(printed)
})

test('it shows no marks, no mutation, and no field that could name anybody', () => {
  expect(printed).not.toMatch(/@partner|@inside|PartnerScope|type Mutation|PartnerToken/)
  const naming = /e-?mail|seat|viewer|(author|by|owner|display)Name|turnout|ballot$|token/i
  const fields = [...contract.scopes.keys()].filter((field) => naming.test(field))
  expect(fields).toEqual(['RoundResultSheet.seats'])
})

test('it has no field without a resolver', () => {
  expect(() => createPartnerSchema()).not.toThrow()
})

test('nothing that worked before breaks unless the change log names it', () => {
  const changes = findBreakingChanges(
    buildSchema(read('docs/partner/contract.graphql')),
    buildSchema(printed),
  )
  const named = read('docs/partner/CHANGELOG.md')
  expect(changes.map(({ description }) => description).filter((text) => !named.includes(text))).toEqual([])
})

test('a change that breaks clients is found', () => {
  const changes = findBreakingChanges(
    buildSchema(printed),
    buildSchema(printed.replace(/^ {2}slug: String!\n/m, '  short: String!\n')),
  )
  expect(changes.map(({ description }) => description)).toEqual(['Workshop.slug was removed.'])
})
