import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_ANSWERS, REFUSED_ACT } from '#app/(public)/partners/error-answers.ts'
import { seedOnce } from '#db/seed.ts'
import { ERROR_CODES } from '#domain/error-codes.ts'
import { REFUSAL_CODES } from '#domain/refusal.ts'
import {
  type Answer,
  ask,
  type HttpWorld,
  JSON_HEADERS,
  openHttpWorld,
  send,
} from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'

/** The list of errors shows an answer with each code, and it is what the server says. */

let world: HttpWorld
let tokens: Record<'results' | 'content' | 'spent' | 'revoked', GivenToken>
beforeAll(async () => {
  world = await openHttpWorld()
  await seedOnce(world.db)
  tokens = {
    results: await giveToken(world, { scopes: ['RESULTS'] }),
    content: await giveToken(world),
    spent: await giveToken(world, { requestsPerMinute: 1 }),
    revoked: await giveToken(world),
  }
  await world.db.$client`update partner_tokens set revoked_at = now() where id = ${tokens.revoked.id}`
})
afterAll(() => world.close())

test('every code in the list has an example, and there is no other', () => {
  expect(Object.keys(ERROR_ANSWERS).toSorted()).toEqual(ERROR_CODES.map(({ code }) => code).toSorted())
  for (const [code, { errors }] of Object.entries(ERROR_ANSWERS)) {
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
  }
  expect(REFUSAL_CODES).toContain(REFUSED_ACT.data.castVote.code)
})

const withBody = (body: string, more: { method?: string } = {}) =>
  send(world.server, { headers: { ...JSON_HEADERS, ...tokens.content.headers }, body, ...more })

// What is told in words. The rest needs an outage, and is provoked where outages are.
const REQUESTS: Record<string, () => Promise<Answer>> = {
  UNAUTHENTICATED: () => ask(world.server, '{ __typename }', {}, tokens.revoked.headers),
  BAD_REQUEST: () => withBody('{"query":'),
  PERSISTED_QUERY_NOT_SUPPORTED: () =>
    withBody(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } })),
  METHOD_NOT_ALLOWED: () => withBody('{}', { method: 'PUT' }),
  PAYLOAD_TOO_LARGE: () => withBody(JSON.stringify({ query: 'x'.repeat(110_000) })),
  RATE_LIMITED: async () => {
    for (let at = 0; at < 3; at++) await ask(world.server, '{ __typename }', {}, tokens.spent.headers)
    return ask(world.server, '{ __typename }', {}, tokens.spent.headers)
  },
}

const asked = Object.entries(ERROR_ANSWERS).filter(
  ([code, answer]) => 'query' in answer.asked || code in REQUESTS,
)

test.each(asked)('the example with %s is what the server answers', async (code, answer) => {
  const token = code === 'FORBIDDEN' ? tokens.results : tokens.content
  const said =
    'query' in answer.asked
      ? await ask(world.server, answer.asked.query, {}, token.headers)
      : await REQUESTS[code]?.()
  const errors = said?.errors?.map(({ message, path, extensions }) => ({
    message: message.replace(/\d+ seconds/, '40 seconds'),
    ...(path && { path }),
    extensions,
  }))
  expect({ errors, data: said?.data }).toEqual({ errors: answer.errors, data: answer.data })
  expect(ERROR_CODES.find((one) => one.code === code)?.statuses).toContain(said?.status)
})
