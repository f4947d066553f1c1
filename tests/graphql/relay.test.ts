import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPartnerSchema } from '#graphql/partner.ts'
import { createSchema } from '#graphql/schema.ts'
import { openConnections, type Walk } from '#tests/support/connections.ts'
import { ask, type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'
import type { GivenToken } from '#tests/support/partners.ts'

/** Lists with pages are connections as the Relay specification has them: in form, and when somebody pages. */

let world: HttpWorld
let token: GivenToken
let walks: Record<string, Walk>
beforeAll(async () => {
  world = await openHttpWorld()
  ;({ token, walks } = await openConnections(world))
})
afterAll(() => world.close())

const isConnection = ({ name }: { name: string }) => name.endsWith('Connection')
const objectsOf = (schema: GraphQLSchema) => Object.values(schema.getTypeMap()).filter(isObjectType)
const fieldsOf = (type: GraphQLObjectType) =>
  Object.fromEntries(Object.entries(type.getFields()).map(([name, field]) => [name, String(field.type)]))
const leadingTo = (schema: GraphQLSchema) =>
  objectsOf(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isConnection(getNamedType(field.type)))
      .map((field) => ({ place: `${type.name}.${field.name}`, field })),
  )

const contracts: [string, GraphQLSchema][] = [
  ['the whole contract', createSchema()],
  ['the contract for partners', createPartnerSchema()],
]
const connections = contracts.flatMap(([of, schema]) =>
  objectsOf(schema)
    .filter(isConnection)
    .map((type) => ({ of, schema, type, name: type.name })),
)

test.each(connections)('$name of $of has edges with nodes and cursors, and says where its page is', (one) => {
  const { schema, type, name } = one
  const of = name.replace(/Connection$/, '')
  expect(fieldsOf(type)).toMatchObject({ edges: `[${of}Edge!]!`, pageInfo: 'PageInfo!' })
  const edge = schema.getType(`${of}Edge`)
  expect(isObjectType(edge) && fieldsOf(edge)).toMatchObject({ cursor: 'String!', node: expect.any(String) })
  const node = isObjectType(edge) ? edge.getFields().node : undefined
  expect(String(node?.type)).toMatch(/^\w+!?$/)
})

test.each(contracts)('pages of %s say whether there are more, and where they begin and end', (_, schema) => {
  const info = schema.getType('PageInfo')
  expect(isObjectType(info) && fieldsOf(info)).toEqual({
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
    endCursor: 'String',
  })
})

test.each(contracts)(
  'connections of %s are paged forward, and can be asked without saying how',
  (_, schema) => {
    const odd = leadingTo(schema).filter(({ field }) => {
      const taken = Object.fromEntries(field.args.map(({ name, type }) => [name, String(type)]))
      return taken.first !== 'Int' || taken.after !== 'String'
    })
    expect(odd.map(({ place }) => place)).toEqual([])
  },
)

type Edge = { cursor: string; node: { id: string } }
type PageInfo = {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}
type Page = { totalCount: number; pageInfo: PageInfo; edges: Edge[] }

const PAGE =
  '{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } }'

/** More than there are, and few enough for connections inside of lists. */
const WHOLE = 50

async function askFor({ call }: Walk, given: { first: number; after?: string | null }, selection = PAGE) {
  // What is asked stands inside of the call, which may close other braces after it.
  const query = `query ($after: String) { ${call(`(first: ${given.first}, after: $after) ${selection}`)} }`
  return ask(world.server, query, { after: given.after ?? null }, token.headers)
}

async function read(walk: Walk, first: number, after: string | null = null): Promise<Page> {
  const { data, errors } = await askFor(walk, { first, after })
  expect(errors).toBeUndefined()
  const page = findPage(data)
  if (page === null) throw new Error('There is no page in the answer.')
  return page
}

function findPage(value: unknown): Page | null {
  if (typeof value !== 'object' || value === null) return null
  if ('pageInfo' in value) return value as Page
  for (const inner of Object.values(value)) {
    const found = findPage(inner)
    if (found !== null) return found
  }
  return null
}

/** Every page to the end; `meanwhile` happens after each. */
async function readAll(walk: Walk, first: number, meanwhile = async () => {}): Promise<Page[]> {
  const pages = [await read(walk, first)]
  for (let last = pages[0]; last?.pageInfo.hasNextPage && pages.length < 60; last = pages.at(-1)) {
    await meanwhile()
    pages.push(await read(walk, first, last.pageInfo.endCursor))
  }
  return pages
}

const idsOf = (pages: readonly Page[]) => pages.flatMap(({ edges }) => edges.map(({ node }) => node.id))

const places = leadingTo(createPartnerSchema()).map(({ place }) => place)

function walkOf(place: string): Walk {
  const walk = walks[place]
  if (walk === undefined) throw new Error(`Say in tests/support/connections.ts how ${place} is reached.`)
  return walk
}

test.each(places)('%s: small pages hold the same as a large one, in the same order', async (place) => {
  const walk = walkOf(place)
  const whole = await read(walk, WHOLE)
  expect(whole.edges.length).toBeGreaterThan(4)
  expect(whole.totalCount).toBe(whole.edges.length)
  for (const first of [1, 2, whole.edges.length]) {
    const pages = await readAll(walk, first)
    expect(pages.flatMap(({ edges }) => edges)).toEqual(whole.edges)
    for (const [at, { edges, pageInfo, totalCount }] of pages.entries()) {
      expect(totalCount).toBe(whole.totalCount)
      expect(pageInfo).toEqual({
        hasNextPage: at < pages.length - 1,
        hasPreviousPage: at > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      })
    }
  }
})

test.each(places)(
  '%s: after each cursor comes what follows it, and after the last nothing',
  async (place) => {
    const walk = walkOf(place)
    const { edges } = await read(walk, WHOLE)
    for (const [at, { cursor, node }] of edges.entries()) {
      expect((await read(walk, WHOLE, cursor)).edges).toEqual(edges.slice(at + 1))
      expect(cursor).not.toContain(node.id)
    }
    const past = await read(walk, 2, edges.at(-1)?.cursor)
    expect(past).toMatchObject({ edges: [], totalCount: edges.length })
    const { hasNextPage, startCursor, endCursor } = past.pageInfo
    expect([hasNextPage, startCursor, endCursor]).toEqual([false, null, null])
  },
)

test.each(places)(
  '%s: rows that are written meanwhile neither push others out nor bring them twice',
  async (place) => {
    const walk = walkOf(place)
    const before = idsOf([await read(walk, WHOLE)])
    let written = 0
    const found = idsOf(
      await readAll(walk, 2, async () => {
        if (written++ < 3) await walk.add()
      }),
    )
    expect(new Set(found).size).toBe(found.length)
    expect(found.filter((id) => before.includes(id))).toEqual(before)
  },
)

test.each(places)('%s: a page that cannot be, and a cursor of another making, are refused', async (place) => {
  const walk = walkOf(place)
  const foreign = Buffer.from('\0'.repeat(36)).toString('base64url')
  for (const given of [
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { first: 2, after: 'nope' },
    { first: 2, after: '' },
    { first: 2, after: foreign },
  ]) {
    const { errors } = await askFor(walk, given, '{ totalCount }')
    expect([given, errors?.map(({ extensions }) => extensions?.code)]).toEqual([given, ['BAD_USER_INPUT']])
  }
})
