import { expect, test } from 'vitest'
import { holdsWords } from '#domain/folding.ts'

test.each([
  ['People’s café', "people's CAFE"],
  ['Self\u00adhelp', 'selfhelp'],
  ['Evidence – what works', 'evidence - what'],
  ['“Shared” rooms', '"shared"'],
  ['Zo\u00eb', 'zoe\u0308'],
  ['6´ by 4″', '6\' by 4"'],
  ['any words', ''],
])('%s is found by %s', (text, typed) => {
  expect(holdsWords(text, typed)).toBe(true)
})

test('a text that lacks one of the words is not found', () => {
  expect(holdsWords('People’s café', 'cafe bar')).toBe(false)
})
