import fc from 'fast-check'
import {
  type ExecutionResult,
  execute,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Context } from '#graphql/context.ts'
import { createExecute } from '#graphql/execute.ts'
import { log } from '#log.ts'
import { anyData, anyDocument, type Box, boxes } from '#tests/support/boxes.ts'

/** The compiled executor is held to graphql-js: the same documents, data and variables, the same answers. */

// graphql-js lets go of list items that are under way when another one fails; what becomes of them concerns nobody.
const listeners = process.listeners('unhandledRejection')
beforeAll(() => void process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => {}))
afterAll(() => {
  process.removeAllListeners('unhandledRejection')
  for (const listener of listeners) process.on('unhandledRejection', listener)
})

vi.spyOn(log, 'error').mockImplementation(() => {})
const compiled = createExecute(boxes)
const harmless = new Set([NoUnusedFragmentsRule, NoUnusedVariablesRule])
const RULES = specifiedRules.filter((rule) => !harmless.has(rule))
const EMPTY: Box = { box: { how: 'value', value: null }, firm: { how: 'value', value: { kind: 'Box' } } }

async function both(text: string, variables: Record<string, unknown>, data: Box = EMPTY) {
  const document = parse(text)
  const contextValue = data as unknown as Context
  return {
    ours: await compiled(document, undefined, contextValue, variables),
    theirs: await execute({ schema: boxes, document, contextValue, variableValues: variables }),
  }
}

/**
 * What two answers must have in common. Inside of a place that became null one error is enough and which one is a
 * matter of timing; everywhere else errors are the same, by path and message.
 */
function essence({ data, errors = [] }: ExecutionResult) {
  const seen = new Set<string>()
  for (const { path = [], message } of errors) {
    const nulled = path.findIndex((_, depth) => at(data, path.slice(0, depth)) === null)
    const exact = nulled === -1 || nulled === path.length
    seen.add(exact ? `${path.join('.')}: ${message}` : `inside ${path.slice(0, nulled).join('.')}`)
  }
  return { data: plain(data), errors: [...seen].sort() }
}

const plain = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value == null ? value : Reflect.get(Object(value), key)), data)
}

test.each([
  ['any document', false],
  ['any document with @skip and @include', true],
])('%s on any data, failing wherever it may, has the same data and errors', async (_, conditional) => {
  await fc.assert(
    fc.asyncProperty(anyDocument({ conditional }), anyData, fc.boolean(), async (document, data, yes) => {
      fc.pre(validate(boxes, parse(document), RULES).length === 0)
      const { ours, theirs } = await both(document, { yes }, data)
      expect(essence(ours)).toEqual(essence(theirs))
    }),
    { numRuns: 400 },
  )
})

const ECHO = `query($int: Int, $colour: Colour, $wish: Wish, $id: ID, $list: [Colour!], $flag: Boolean, $day: Day)
  { echo(int: $int, colour: $colour, wish: $wish, id: $id, list: $list, flag: $flag, day: $day) }`

test.each<[string, string, Record<string, unknown>]>([
  ['no variables', ECHO, {}],
  ['variables that are null', ECHO, { int: null, colour: null, wish: null, list: null, day: null }],
  ['defaults inside of inputs', ECHO, { wish: { inner: [{}] } }],
  ['one value for a list', ECHO, { list: 'RED', wish: { sizes: 1 } }],
  ['a number for an id', ECHO, { id: 12, day: '2017-07-13' }],
  ['a whole number written as a float', ECHO, { int: 2.0 }],
  ['values that nobody asked for', ECHO, { nobody: 1 }],
  ['names that objects have by nature', ECHO, JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}')],
  ['a default of the operation', 'query($int: Int = 7) { echo(int: $int) }', {}],
  ['null for a default of the operation', 'query($int: Int = 7) { echo(int: $int) }', { int: null }],
  ['literals', '{ echo(int: 1, colour: BLUE, wish: {sizes: [1, 2], day: "2017-07-13"}, list: RED) }', {}],
  ['a variable inside of a literal', 'query($c: Colour) { echo(wish: {colour: $c}) }', {}],
  ['an alias for each', '{ a: echo(int: 1) b: echo(int: 2) }', {}],
])('arguments are read the same: %s', async (_, document, variables) => {
  const { ours, theirs } = await both(document, variables)
  expect(essence(ours)).toEqual(essence(theirs))
  expect(ours.errors).toBeUndefined()
})

const NEEDS = 'query($colour: Colour!, $wish: Wish!) { needs(colour: $colour, wish: $wish) }'

test.each<[string, string, Record<string, unknown>]>([
  ['a number over 32 bits', ECHO, { int: 2 ** 31 }],
  ['a text for a number', ECHO, { int: '3' }],
  ['a fraction', ECHO, { int: 0.5 }],
  ['an unknown value of an enum', ECHO, { colour: 'PINK' }],
  ['a number for an enum', ECHO, { colour: 1 }],
  ['a text for a flag', ECHO, { flag: 'true' }],
  ['an object for an id', ECHO, { id: {} }],
  ['a broken scalar', ECHO, { day: 'tomorrow' }],
  ['a null in a list that holds none', ECHO, { list: ['RED', null] }],
  ['an unknown field of an input', ECHO, { wish: { size: 1 } }],
  ['a list for an input', ECHO, { wish: [] }],
  ['a broken value deep inside', ECHO, { wish: { inner: [{ list: [[1, 'x']] }] } }],
  ['a required variable that is missing', NEEDS, { wish: {} }],
  ['a required variable that is null', NEEDS, { colour: 'RED', wish: null }],
])('variables that do not fit are refused the same, and nothing runs: %s', async (_, document, variables) => {
  const { ours, theirs } = await both(document, variables)
  expect(theirs.data).toBeUndefined()
  expect(ours.data).toBeUndefined()
  expect(new Set(ours.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']))
  const messages = ours.errors?.map(({ message }) => message)
  expect(messages).toEqual(theirs.errors?.map(({ message }) => message.replace(/ Did you mean .*/, '')))
})
