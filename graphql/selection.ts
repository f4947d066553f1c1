import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'

const known = new WeakMap<object, ReadonlySet<string>>()

/**
 * The paths that a query asks for below the current field, such as `edges.node.issueCount`: a root field loads what
 * its children show in one statement. Fields behind @skip or @include count as asked for.
 */
export function selection(info: GraphQLResolveInfo): ReadonlySet<string> {
  const [first] = info.fieldNodes
  if (first === undefined) return new Set()
  const found = known.get(first)
  if (found !== undefined) return found
  const paths = new Set<string>()
  for (const node of info.fieldNodes) if (node.selectionSet) collect(node.selectionSet, '', info, paths)
  known.set(first, paths)
  return paths
}

function collect(set: SelectionSetNode, prefix: string, info: GraphQLResolveInfo, paths: Set<string>): void {
  for (const part of set.selections) {
    if (part.kind === 'Field') {
      const path = prefix + part.name.value
      paths.add(path)
      if (part.selectionSet) collect(part.selectionSet, `${path}.`, info, paths)
    } else {
      const body = part.kind === 'InlineFragment' ? part : info.fragments[part.name.value]
      if (body) collect(body.selectionSet, prefix, info, paths)
    }
  }
}
