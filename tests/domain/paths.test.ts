import { expect, test } from 'vitest'
import { takesNewDocument } from '#domain/paths.ts'

test('the explorer is entered and left by loading a new document, and nothing else is', () => {
  expect(takesNewDocument('/partners', '/partners/explorer')).toBe(true)
  expect(takesNewDocument('/partners', '/partners/explorer?from=here#query')).toBe(true)
  expect(takesNewDocument('/partners/explorer', '/search?q=sleep')).toBe(true)
  expect(takesNewDocument('/partners/explorer', '/partners/explorer')).toBe(false)
  expect(takesNewDocument('/partners', '/partners/schema')).toBe(false)
})
