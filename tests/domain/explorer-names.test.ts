import { afterEach, expect, test, vi } from 'vitest'
import { createAsk } from '#app/(public)/partners/explorer/ask.ts'

afterEach(() => vi.unstubAllGlobals())

/** What the explorer asks the endpoint by, as whoever is signed in. */
async function nameAsked(query: string, operationName: string | null): Promise<string | null> {
  const asked = vi.fn(async (_address: string) => new Response('{}'))
  vi.stubGlobal('fetch', asked)
  await createAsk('', () => {})({ query, operationName })
  return new URL(asked.mock.calls[0]?.[0] ?? '', 'http://lab.test').searchParams.get('operationName')
}

test('an operation is asked for by its name while that stands in the query, and by none that has gone', async () => {
  const two = 'query Mine { viewer { id } } mutation Yours { revokeToken(id: "1") { __typename } }'
  expect(await nameAsked(two, 'Mine')).toBe('Mine')
  expect(await nameAsked(two, 'Yours')).toBe('Yours')
  expect(await nameAsked('{ viewer { id } }', 'Mine')).toBeNull()
  expect(await nameAsked('query Mines { viewer { id } }', 'Mine')).toBeNull()
  expect(await nameAsked('{ viewer { id } }', null)).toBeNull()
})
