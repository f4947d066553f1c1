import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** What one operation over HTTP may ask for. Pages of the product, whose documents we wrote, execute without these. */
export const LIMITS = {
  depth: 6,
  aliases: 15,
  directives: 50,
  cost: 5_000,
  tokens: 1_000,
  page: 100,
  errors: 5,
} as const

type Weight = {
  depth: number
  cost: number
  aliases: number
  directives: number
  voteMutations: number
  joins: number
}
const NOTHING: Weight = { depth: 0, cost: 0, aliases: 0, directives: 0, voteMutations: 0, joins: 0 }
/** The mutations that move a dot: one in each request at most. */
export const VOTES: ReadonlySet<string> = new Set(['castVote', 'withdrawVote'])

const costs = new WeakMap<OperationDefinitionNode, number>()

/** What a validated operation costs, for the budgets of tokens. */
export function costOf(operation: OperationDefinitionNode): number {
  return costs.get(operation) ?? 0
}

/**
 * Refuses operations that are too deep, too wide or too costly. A field costs 1 and a list its size times what is in it:
 * the size is what @listSize names, or the largest page where it comes in a variable.
 */
function limitOperations(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const complain = (message: string) =>
        context.reportError(
          new GraphQLError(message, { nodes: operation, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
        )
      const root = context.getSchema().getRootType(operation.operation)
      if (!root) return complain(`There is no ${operation.operation} here: ask queries and mutations.`)
      const weight = weigh(operation.selectionSet, root.name, context, new Map(), [])
      costs.set(operation, weight.cost)
      if (weight.depth > LIMITS.depth)
        complain(
          `The query is ${weight.depth} levels deep. The limit is ${LIMITS.depth}: ask in two queries.`,
        )
      if (weight.aliases > LIMITS.aliases)
        complain(`The query has ${weight.aliases} aliases. The limit is ${LIMITS.aliases}.`)
      if (weight.directives > LIMITS.directives)
        complain(`The query has ${weight.directives} directives. The limit is ${LIMITS.directives}.`)
      if (weight.cost > LIMITS.cost)
        complain(`The query costs ${weight.cost} points. The limit is ${LIMITS.cost}: ask for smaller pages.`)
      if (weight.voteMutations > 1) complain('Put or take back one dot in each request.')
      if (weight.joins > 1) complain('Join one workshop in each request.')
    },
  }
}

/** The rules that apply over HTTP, on top of those of the specification. */
export const HTTP_RULES: readonly ValidationRule[] = [limitOperations]

function weigh(
  set: SelectionSetNode,
  typeName: string,
  context: ValidationContext,
  seen: Map<string, Weight>,
  path: string[],
): Weight {
  const total = { ...NOTHING }
  for (const part of set.selections) {
    let weight: Weight
    if (part.kind === 'Field') weight = weighField(part, typeName, context, seen, path)
    else if (part.kind === 'InlineFragment') {
      weight = weigh(part.selectionSet, part.typeCondition?.name.value ?? typeName, context, seen, path)
    } else weight = weighFragment(part.name.value, context, seen, path)
    total.depth = Math.max(total.depth, weight.depth)
    total.cost += weight.cost
    total.aliases += weight.aliases
    total.directives += weight.directives + (part.directives?.length ?? 0)
    total.voteMutations += weight.voteMutations
    total.joins += weight.joins
  }
  return total
}

function weighFragment(
  name: string,
  context: ValidationContext,
  seen: Map<string, Weight>,
  path: string[],
): Weight {
  const known = seen.get(name)
  const fragment = context.getFragment(name)
  // A cycle is another rule's business.
  if (known || !fragment || path.includes(name)) return known ?? NOTHING
  const weight = weigh(fragment.selectionSet, fragment.typeCondition.name.value, context, seen, [
    ...path,
    name,
  ])
  seen.set(name, weight)
  return weight
}

function weighField(
  node: FieldNode,
  typeName: string,
  context: ValidationContext,
  seen: Map<string, Weight>,
  path: string[],
): Weight {
  const aliases = node.alias ? 1 : 0
  const voteMutations = VOTES.has(node.name.value) ? 1 : 0
  const joins = node.name.value === 'joinWorkshop' ? 1 : 0
  // Introspection shows what is public and is bounded by the schema's size.
  if (node.name.value.startsWith('__')) return { ...NOTHING, aliases, cost: 1 }
  const parent = context.getSchema().getType(typeName)
  const field =
    parent && 'getFields' in parent
      ? (parent.getFields()[node.name.value] as GraphQLField<unknown, unknown> | undefined)
      : undefined
  const type = field && getNamedType(field.type)
  if (!field || !type || !node.selectionSet || !isCompositeType(type))
    return { ...NOTHING, aliases, voteMutations, joins, depth: 1, cost: 1 }
  const inner = weigh(node.selectionSet, type.name, context, seen, path)
  return {
    depth: inner.depth + 1,
    cost: 1 + inner.cost * listSize(node, field),
    aliases: inner.aliases + aliases,
    directives: inner.directives,
    voteMutations: inner.voteMutations + voteMutations,
    joins: inner.joins + joins,
  }
}

function listSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  const directive = field.astNode?.directives?.find((d) => d.name.value === 'listSize')
  if (!directive) return 1
  const values = new Map(
    directive.arguments?.map((a) => [a.name.value, 'value' in a.value ? String(a.value.value) : '']),
  )
  const assumed = values.get('assumed')
  if (assumed) return Number(assumed)
  const argument = values.get('argument')
  const given = node.arguments?.find((a) => a.name.value === argument)?.value
  if (given?.kind === 'IntValue') return Math.max(1, Number(given.value))
  if (given) return LIMITS.page
  const fallback = field.args.find((a) => a.name === argument)?.defaultValue
  return typeof fallback === 'number' ? fallback : LIMITS.page
}
