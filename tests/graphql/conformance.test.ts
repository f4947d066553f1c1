import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'

/** The audits of the GraphQL-over-HTTP draft against the running endpoint. One that only warns has not passed. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const fetchFn: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers)
  headers.set('apollo-require-preflight', '1')
  return fetch(url, { ...init, headers })
}
const audits = serverAudits({ url: () => world.server.url, fetchFn })

test('there are sixty-one audits', () => {
  expect(audits).toHaveLength(61)
})

test.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ fn }) => {
  const { status, ...rest } = await fn()
  expect(status, 'reason' in rest ? rest.reason : '').toBe('ok')
})
