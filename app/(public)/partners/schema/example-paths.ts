import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { sampleArguments } from './sample-arguments.ts'

type Field = GraphQLField<unknown, unknown>
export type Step = { field: Field; args: string }
/** How an object type is come to: the steps from the root, how many rows they lead to, and whether somebody has to name one. */
export type Path = { steps: readonly Step[]; rows: number; named: boolean }

/** Steps above the fields themselves, so that a query stays within the limit of depth. */
const LONGEST = 5
/** With more rows than that, a query with all fields of each costs too much. */
const MOST_ROWS = 100

/** The way to each object type: the shortest that needs no id and leads to few rows, else the shortest from a root field by its id. */
export function examplePaths(schema: GraphQLSchema): ReadonlyMap<string, Path> {
  const query = schema.getQueryType()
  const found = new Map<string, Path>()
  if (!query) return found
  const waiting: { type: GraphQLObjectType; path: Path }[] = [
    { type: query, path: { steps: [], rows: 1, named: false } },
  ]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const field of Object.values(next.type.getFields())) {
      const type = getNamedType(field.type)
      const path = isObjectType(type) ? stepOn(next.path, field) : null
      if (!isObjectType(type) || path === null || !isBetter(path, found.get(type.name))) continue
      found.set(type.name, path)
      waiting.push({ type, path })
    }
  }
  return found
}

function stepOn({ steps, rows, named }: Path, field: Field): Path | null {
  const args = sampleArguments(field.args)
  if (args === null || steps.length >= LONGEST) return null
  return {
    steps: [...steps, { field, args }],
    rows: rows * sizeOf(field, args),
    named: named || args.includes('$'),
  }
}

function isBetter(path: Path, than: Path | undefined): boolean {
  if (than === undefined) return true
  const weights = [path, than].map(({ steps, rows, named }) => [
    rows > MOST_ROWS ? 1 : 0,
    named ? 1 : 0,
    steps.length,
    rows,
  ])
  const [a = [], b = []] = weights
  const at = a.findIndex((weight, place) => weight !== b[place])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** How many rows a field is weighed as: what the contract assumes of it, or the page that is asked for. */
function sizeOf({ astNode }: Field, args: string): number {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'listSize')
  const assumed = directive?.arguments?.find(({ name }) => name.value === 'assumed')?.value
  if (assumed?.kind === 'IntValue') return Number(assumed.value)
  return Number(/first: (\d+)/.exec(args)?.[1] ?? 1)
}

/** Fields that can be selected as they stand: without a selection of their own, and without arguments that must be given. */
export function leavesOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && sampleArguments(field.args) === '')
    .map(({ name }) => name)
}
