import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { World } from './world.ts'

/** How often a type may stand on one path, and how deep paths go: enough to come back to where one began. */
const MOST = 2
const DEPTH = 8

/** Selects every field of a type, and of what lies below it, except for those that are left out as `Type.field`. */
function selectAll(
  type: GraphQLObjectType,
  without: ReadonlySet<string>,
  path: readonly string[] = [type.name],
): string {
  const parts = Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    if (without.has(`${type.name}.${name}`)) return []
    const inner = getNamedType(of)
    if (!isObjectType(inner)) return [name]
    if (path.length > DEPTH || path.filter((other) => other === inner.name).length >= MOST) return []
    const below = selectAll(inner, without, [...path, inner.name])
    return below === '' ? [] : [`${name} ${below}`]
  })
  return parts.length === 0 ? '' : `{ ${parts.join(' ')} }`
}

export type Everything = { text: string; leftOut: string[]; codes: string[] }

/**
 * Asks for everything that a root field leads to, as somebody. A field that is denied and takes its parent with it is
 * left out, and the rest asked again, until the answer is whole.
 */
export async function askForEverything(
  world: World,
  schema: GraphQLSchema,
  call: string,
  as: { token: string } | null,
): Promise<Everything> {
  const root = schema.getQueryType()?.getFields()[/^\w+/.exec(call)?.[0] ?? '']
  const type = root && getNamedType(root.type)
  if (!isObjectType(type)) throw new Error(`${call} does not lead anywhere.`)
  const without = new Set<string>()
  const codes = new Set<string>()
  for (;;) {
    const {
      data,
      errors,
      codes: found,
    } = await world.run(`{ root: ${call} ${selectAll(type, without)} }`, {}, as)
    for (const code of found) codes.add(code)
    const before = without.size
    for (const { path = [] } of errors) {
      const denied = fieldAt(
        type,
        path.slice(1).filter((key) => typeof key === 'string'),
      )
      if (denied) without.add(denied)
    }
    if (without.size === before)
      return { text: JSON.stringify(data), leftOut: [...without], codes: [...codes] }
  }
}

/** The field that a path leads to, where its absence takes the parent with it. */
function fieldAt(root: GraphQLObjectType, path: readonly string[]): string | null {
  let parent: GraphQLObjectType = root
  for (const [at, name] of path.entries()) {
    const field = parent.getFields()[name]
    if (field === undefined) return null
    if (at === path.length - 1) return isNonNullType(field.type) ? `${parent.name}.${name}` : null
    const next = getNamedType(field.type)
    if (!isObjectType(next)) return null
    parent = next
  }
  return null
}
