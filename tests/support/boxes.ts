import { makeExecutableSchema } from '@graphql-tools/schema'
import fc from 'fast-check'
import { GraphQLError, GraphQLScalarType } from 'graphql'

/** A small schema with every shape that answers can take, whose data fail wherever a test wants them to. */

/** What becomes of one field: it answers, at once or later, or it fails. */
export type Cell = { how: 'value' | 'later' | 'throws' | 'rejects'; value: unknown }
export type Box = { [field: string]: Cell | string }

const Day = new GraphQLScalarType({
  name: 'Day',
  serialize: String,
  parseValue(value) {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value
    throw new GraphQLError('Give a day, like 2017-07-13.')
  },
})

const typeDefs = /* GraphQL */ `
  scalar Day
  enum Colour { RED GREEN BLUE }
  input Wish { colour: Colour = GREEN, sizes: [Int!], name: String, day: Day, inner: [Small!] }
  input Small { size: Int! = 4, list: [[Int]] }
  union Thing = Box | Tag
  type Box {
    kind: String!
    name: String
    size: Int!
    inner: Box
    firm: Box!
    thing: Thing
    things: [Thing!]
    boxes: [Box!]!
    maybes: [Box]!
  }
  type Tag { kind: String!, label: String!, colour: Colour, box: Box }
  type Query {
    box: Box
    firm: Box!
    things: [Thing]
    echo(int: Int = 3, colour: Colour, wish: Wish, id: ID, list: [Colour!], flag: Boolean, day: Day): String
    needs(colour: Colour!, wish: Wish!): String!
  }
`

const FIELDS = {
  Box: ['name', 'size', 'inner', 'firm', 'thing', 'things', 'boxes', 'maybes'],
  Tag: ['label', 'colour', 'box'],
  Query: ['box', 'firm', 'things'],
} as const

function open(cell: Cell | string | undefined): unknown {
  if (cell === undefined || typeof cell === 'string') return cell
  if (cell.how === 'throws') throw new GraphQLError(`no ${cell.value}`, { extensions: { code: 'NOT_FOUND' } })
  if (cell.how === 'rejects') return Promise.reject(new Error(`broken ${cell.value}`))
  return cell.how === 'later' ? new Promise((resolve) => setImmediate(resolve, cell.value)) : cell.value
}

const reading = (fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, (parent: Box) => open(parent[field])]))
const asking = (_: unknown, args: object) => JSON.stringify(args)

export const boxes = makeExecutableSchema({
  typeDefs,
  resolvers: {
    Day,
    Thing: { __resolveType: (thing: Box) => thing.kind },
    Box: reading(FIELDS.Box),
    Tag: reading(FIELDS.Tag),
    Query: {
      ...Object.fromEntries(
        FIELDS.Query.map((field) => [field, (_: unknown, _args: unknown, root: Box) => open(root[field])]),
      ),
      echo: asking,
      needs: asking,
    },
  },
})

/** Data for the schema, of limited depth, in which any field may be late, missing or failing. */
export const anyData: fc.Arbitrary<Box> = fc.letrec<{ Box: Box; Tag: Box; Query: Box }>((tie) => {
  const depth = { maxDepth: 3, depthIdentifier: 'data' }
  const cell = (values: fc.Arbitrary<unknown>) =>
    fc.record({
      how: fc.constantFrom<Cell['how'][]>('value', 'value', 'value', 'later', 'throws', 'rejects'),
      value: values,
    })
  const box = fc.oneof(depth, fc.constant(null), tie('Box'))
  const thing = fc.oneof(depth, fc.constant(null), tie('Tag'), tie('Box'))
  const list = (of: fc.Arbitrary<unknown>) => fc.option(fc.array(of, { maxLength: 3 }))
  return {
    Box: fc.record({
      kind: fc.constant('Box'),
      name: cell(fc.option(fc.constantFrom('a', '', '🙂'))),
      size: cell(fc.constantFrom(0, -1, 7, null, 2 ** 31, 'x')),
      inner: cell(box),
      firm: cell(box),
      thing: cell(thing),
      things: cell(list(thing)),
      boxes: cell(list(box)),
      maybes: cell(list(box)),
    }),
    Tag: fc.record({
      kind: fc.constant('Tag'),
      label: cell(fc.constantFrom('l', null)),
      colour: cell(fc.constantFrom('RED', 'BLUE', 'PINK', null)),
      box: cell(box),
    }),
    Query: fc.record({ box: cell(box), firm: cell(box), things: cell(list(thing)) }),
  }
}).Query

const CHILD: Partial<Record<string, 'Box' | 'Thing'>> = {
  box: 'Box',
  firm: 'Box',
  inner: 'Box',
  boxes: 'Box',
  maybes: 'Box',
  thing: 'Thing',
  things: 'Thing',
}
const CONDITIONS = ['@skip(if: $yes)', '@include(if: $yes)', '@skip(if: $no)', '@include(if: $no)']

/** Documents over the schema: aliases, fragments of both kinds, the same field twice, with or without conditions. */
export function anyDocument({ conditional }: { conditional: boolean }): fc.Arbitrary<string> {
  const condition = fc.constantFrom('', '', '', ...(conditional ? CONDITIONS : []))
  const { Query } = fc.letrec<Record<'Box' | 'Tag' | 'Query' | 'Thing', string>>((tie) => {
    const set = (type: 'Box' | 'Tag' | 'Query') => {
      const leaf = fc.constant(type === 'Query' ? 'box { kind }' : 'kind')
      const field = fc
        .tuple(fc.constantFrom(...FIELDS[type]), fc.boolean(), condition, tie('Box'), tie('Thing'))
        .map(([name, alias, when, box, thing]) => {
          const below = { Box: box, Thing: thing, none: '' }[CHILD[name] ?? 'none']
          return `${alias ? `${name}2: ` : ''}${name} ${when} ${below}`
        })
      const inline = fc.tuple(condition, tie(type)).map(([when, body]) => `... on ${type} ${when} ${body}`)
      const named = condition.map((when) => `...${type}Parts ${when}`)
      const parts = fc.oneof({ maxDepth: 3, depthIdentifier: 'document' }, leaf, field, field, inline, named)
      return fc.array(parts, { minLength: 1, maxLength: 5 }).map((list) => `{ ${list.join(' ')} }`)
    }
    return {
      Box: set('Box'),
      Tag: set('Tag'),
      Query: set('Query'),
      Thing: fc
        .tuple(tie('Box'), tie('Tag'))
        .map(([box, tag]) => `{ __typename ... on Box ${box} ... on Tag ${tag} }`),
    }
  })
  return Query.map(
    (body) => `query Any($yes: Boolean!, $no: Boolean = false) ${body}
      fragment BoxParts on Box { size name inner { name size } }
      fragment TagParts on Tag { label colour __typename }
      fragment QueryParts on Query { box { size } things { __typename } }`,
  )
}
