import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
  print,
} from 'graphql'
import { examplePaths, leavesOf, type Path } from './example-paths.ts'
import { sampleArguments } from './sample-arguments.ts'

type Field = GraphQLField<unknown, unknown>
/** A query that can be asked as it stands; `idOf` is the root field whose thing has to be named with the variable `$id`. */
export type ExampleOfType = { query: string; idOf: string | null }

/** As many levels as a query may have. */
const DEEPEST = 6

type Place = { path: Path; field: Field }

/** Finds an example for each type of a schema: the way to it is found once. */
export function exampleFinder(schema: GraphQLSchema): (type: GraphQLNamedType) => ExampleOfType | null {
  const paths = examplePaths(schema)
  const root = schema.getQueryType()
  const places = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => {
      const path = type === root ? HERE : paths.get(type.name)
      return path === undefined ? [] : Object.values(type.getFields()).map((field) => ({ path, field }))
    })
    .toSorted((a, b) => length(a.path) - length(b.path))
  return (type) => {
    if (type === root) return write(HERE, 'publishedWorkshops(first: 5) { totalCount }')
    const path = paths.get(type.name)
    if (!isObjectType(type)) return readsOne(type, places) ?? takesOne(type, places)
    return path === undefined ? null : write(path, selectionOf(type, DEEPEST - path.steps.length))
  }
}

/** The nearest field that is of a type. */
function readsOne(type: GraphQLNamedType, places: readonly Place[]): ExampleOfType | null {
  const place = places.find(
    ({ field }) => getNamedType(field.type) === type && sampleArguments(field.args) === '',
  )
  return place ? write(place.path, place.field.name) : null
}

/** The nearest field with an argument of a type. */
function takesOne(type: GraphQLNamedType, places: readonly Place[]): ExampleOfType | null {
  const taken = ({ args }: Field) => args.find((argument) => getNamedType(argument.type) === type)
  const place = places.find(({ field }) => taken(field) !== undefined)
  const shown = place && taken(place.field)
  return place && shown ? write(place.path, call(place.field, shown.name)) : null
}

const HERE: Path = { steps: [], rows: 1, named: false }

function length({ steps, rows, named }: Path): number {
  return steps.length + (named ? DEEPEST : 0) + rows / 1_000
}

function call(field: Field, shown: string): string {
  const type = getNamedType(field.type)
  const inner = isObjectType(type) ? ` { ${selectionOf(type, 2)} }` : ''
  return `${field.name}${sampleArguments(field.args, shown) ?? ''}${inner}`
}

/** All fields of a type: those that lead on with the first thing that tells what is there, as far down as there is room. */
function selectionOf(type: GraphQLObjectType, levels: number): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const args = sampleArguments(field.args)
    if (args === null || args.includes('$')) return []
    const inner = getNamedType(field.type)
    if (!isObjectType(inner)) return [`${field.name}${args}`]
    const below = levels > 1 ? briefly(inner, levels - 1) : null
    return below === null ? [] : [`${field.name}${args} { ${below} }`]
  })
  return parts.length === 0 ? '__typename' : parts.join(' ')
}

/** The one field that tells most of a thing that is shown beside others; null where that lies too deep. */
function briefly(type: GraphQLObjectType, levels: number): string | null {
  const { node } = type.getFields()
  const inside = node && getNamedType(node.type)
  const shown = isObjectType(inside) && levels > 1 ? briefly(inside, levels - 1) : null
  if (shown !== null) return `node { ${shown} }`
  const leaves = leavesOf(type)
  const telling = ['title', 'name', 'text', 'id', 'totalCount'].find((name) => leaves.includes(name))
  const [leaf = telling] = telling === undefined ? leaves : []
  if (leaf !== undefined) return leaf
  if (levels < 2) return null
  for (const field of Object.values(type.getFields())) {
    const inner = getNamedType(field.type)
    const below = isObjectType(inner) ? briefly(inner, levels - 1) : null
    if (below !== null && sampleArguments(field.args) === '') return `${field.name} { ${below} }`
  }
  return null
}

function write({ steps, named }: Path, selection: string): ExampleOfType {
  const inner = steps.reduceRight((below, { field, args }) => `${field.name}${args} { ${below} }`, selection)
  const needsId = named || inner.includes('$id')
  const query = print(parse(needsId ? `query ($id: ID!) { ${inner} }` : `{ ${inner} }`))
  return { query, idOf: needsId ? (/^\w+/.exec(inner)?.[0] ?? null) : null }
}
