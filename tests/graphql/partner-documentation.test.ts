import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, specifiedRules, validate } from 'graphql'
import { expect, test } from 'vitest'
import { firstQueryExamples } from '#app/(public)/partners/code-examples.ts'
import { EXAMPLE_QUERIES, FIRST_QUERY } from '#app/(public)/partners/example-queries.ts'
import { fileExamples } from '#app/(public)/partners/file-examples.ts'
import { listsWithArgument } from '#app/(public)/partners/lists-with-argument.ts'
import { groupTypes } from '#app/(public)/partners/schema/group-types.ts'
import { UseOfTokenDocument } from '#app/(public)/partners/use/use.generated.ts'
import { ERROR_CODES, REFUSALS_IN_WORDS } from '#domain/error-codes.ts'
import { REFUSAL_CODES } from '#domain/refusal.ts'
import { HTTP_RULES } from '#graphql/limits.ts'

/** The pages for partners say what the code does, or the build fails. */

const schema = buildSchema(readFileSync('graphql/partner.graphql', 'utf8'))

test.each(EXAMPLE_QUERIES)('the example $key is a query that a token may ask', ({ query, variables }) => {
  const document = parse(query)
  expect(validate(schema, document, [...specifiedRules, ...HTTP_RULES])).toEqual([])
  const [operation] = document.definitions
  const declared = operation?.kind === 'OperationDefinition' ? (operation.variableDefinitions ?? []) : []
  expect(declared.map(({ variable }) => variable.name.value).toSorted()).toEqual(
    Object.keys(variables).toSorted(),
  )
})

test('the query for links, and the one of the page of use, are such that a token may ask', () => {
  for (const document of [parse(fileExamples('https://lab.test').links), UseOfTokenDocument]) {
    expect(validate(schema, document, [...specifiedRules, ...HTTP_RULES])).toEqual([])
  }
})

test('the examples in other languages carry the first query', () => {
  const words = (text: string) => text.replaceAll('\\', '').replace(/["\s]+/g, ' ')
  for (const { code } of firstQueryExamples('https://workshops.example.org', FIRST_QUERY)) {
    expect(words(code)).toContain(words(FIRST_QUERY.query))
  }
})

test('every code that the endpoint answers with is in the list of errors', () => {
  const told = new Set(ERROR_CODES.map(({ code }) => code))
  expect(told.size).toBe(ERROR_CODES.length)
  const { speakable, written } = codesIn('graphql')
  expect(speakable.length).toBeGreaterThan(10)
  expect(speakable.filter((code) => !told.has(code))).toEqual([])
  const refusals = new Set<string>(REFUSAL_CODES)
  expect(written.filter((code) => !told.has(code) && !refusals.has(code))).toEqual([])
})

test('every code of a refusal is told, and no other', () => {
  expect(Object.keys(REFUSALS_IN_WORDS).toSorted()).toEqual([...REFUSAL_CODES].toSorted())
})

test('the reference leaves no type out', () => {
  const told = groupTypes(schema).flatMap(({ types }) => types.map(({ name }) => name))
  const all = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'))
  expect(told.toSorted()).toEqual(all.toSorted())
})

test('lists are found by an argument that they take, also in a filter', () => {
  expect(listsWithArgument(schema, 'updatedSince')).toContain('Workshop.issues')
  expect(listsWithArgument(schema, 'after')).toEqual(
    expect.arrayContaining(['Query.publishedWorkshops', 'Workshop.issues']),
  )
})

/** Codes as they stand in the source: in errors, refusals and early answers, and in the list of those that keep their message. */
function codesIn(folder: string) {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.startsWith('generated'),
  )
  const list = /SPEAKABLE = new Set\(\[([^\]]*)\]/.exec(read('errors.ts'))?.[1] ?? ''
  const find = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code = '']) => code)
  return {
    speakable: find(list, /'([A-Z_]+)'/g),
    written: files.flatMap((path) => find(read(path), /(?:code: |denied\()'([A-Z_]+)'/g)),
  }
}
