import { getNamedType, isEnumType } from 'graphql'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPartnerSchema } from '#graphql/partner.ts'
import { createSchema } from '#graphql/schema.ts'
import { checksum } from '#tests/support/checksum.ts'
import { ask, type HttpWorld, JSON_HEADERS, openHttpWorld, send } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'

/** What is asked with a token that no token may ask, over every mutation and every id of the contract. */

let world: HttpWorld
let token: GivenToken
let workshopId: string
beforeAll(async () => {
  world = await openHttpWorld()
  token = await giveToken(world)
  workshopId = (await world.workshop({ published: true })).workshop.id
})
afterAll(() => world.close())

const schema = createPartnerSchema()
const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {})
// Fields of the root that find one thing by its id.
const identified = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ args }) => args.some(({ name }) => name === 'id'))
  .map((field) => {
    const others = field.args.filter(({ name, type }) => name !== 'id' && isEnumType(getNamedType(type)))
    const given = others.map(({ name }) => `${name}: ISSUE`)
    const call = `${field.name}(${['id: $id', ...given].join(', ')})`
    return { place: field.name, query: `query ($id: ID!) { ${call} { __typename } }` }
  })

const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ')

test('a token changes nothing: every mutation is forbidden', async () => {
  const before = await checksumOfWords()
  for (const name of mutations) {
    const query = `mutation { ${name} { __typename } }`
    const { status, data, errors } = await ask(world.server, query, {}, token.headers)
    expect([name, status, data, errors?.[0]?.extensions?.code]).toEqual([name, 200, null, 'FORBIDDEN'])
  }
  expect(await checksumOfWords()).toEqual(before)
})

/** The checksums of all tables but those that count what is asked. */
async function checksumOfWords(): Promise<string[]> {
  return (await checksum(world.db)).split('\n').filter((line) => !/^\s*partner_/.test(line))
}

test('fifteen dots in one document are as forbidden as one', async () => {
  const dot = (at: number) => `a${at}: castVote(workshopId: "w", optionId: "o") { __typename }`
  const { errors } = await ask(world.server, `mutation { ${times(15, dot)} }`, {}, token.headers)
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('ten thousand directives cost a token one error and no time, and three hundred a handful of errors', async () => {
  const { headers } = token
  const many = `{ publishedWorkshops ${times(10_000, () => '@a')} { totalCount } }`
  const durations = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    const { errors } = await ask(world.server, many, {}, headers)
    durations.push(performance.now() - start)
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }])
  }
  expect(Math.min(...durations)).toBeLessThan(50)
  const some = `{ publishedWorkshops ${times(300, (at) => `@a${at}`)} { totalCount } }`
  const { errors = [] } = await ask(world.server, some, {}, headers)
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.length).toBeLessThanOrEqual(6)
})

test('stored operations are not offered to tokens either', async () => {
  const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } })
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const headers = { ...JSON_HEADERS, ...token.headers, accept }
    const answer = await send(world.server, { headers, body })
    expect(answer).toMatchObject({
      status,
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    })
  }
})

test.each(identified)(
  '$place: an id that is none, that is something else’s or that is 10 kB long is calmly refused',
  async ({ query }) => {
    for (const id of ['nope', 'x'.repeat(10_000), '', '\0', workshopId, v7()]) {
      const { status, errors } = await ask(world.server, query, { id }, token.headers)
      expect([status, errors?.length]).toEqual([200, 1])
      expect(errors?.[0]?.extensions?.code).toMatch(/^(NOT_FOUND|BAD_USER_INPUT)$/)
    }
  },
)
