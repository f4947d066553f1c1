import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { World } from './world.ts'

type Place = { type: GraphQLObjectType; via: string; below: Map<string, Place | null> }

/**
 * Selects every field that can be reached. From a workshop, which leads everywhere, after every field that leads to it: all
 * pairs of steps, each where it is nearest. All paths would be more than a document can hold, and all pairs from everywhere
 * more than the tests have time for: from elsewhere each field is selected once. Left out are those named as `Type.field`.
 */
function selectAll(type: GraphQLObjectType, without: ReadonlySet<string>): string {
  const root: Place = { type, via: '', below: new Map() }
  const taken = new Set<string>()
  const waiting = [root]
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    for (const { name, type: of } of Object.values(place.type.getFields())) {
      const step = `${place.type.name}.${name}`
      if (without.has(step)) continue
      const inner = getNamedType(of)
      if (!isObjectType(inner)) {
        place.below.set(name, null)
        continue
      }
      const pair = type.name === 'Workshop' ? `${place.via} ${step}` : step
      if (taken.has(pair)) continue
      taken.add(pair)
      const next: Place = { type: inner, via: step, below: new Map() }
      place.below.set(name, next)
      waiting.push(next)
    }
  }
  return textOf(root)
}

function textOf({ below }: Place): string {
  const parts = [...below].flatMap(([name, place]) => {
    if (place === null) return [name]
    const inner = textOf(place)
    return inner === '' ? [] : [`${name} ${inner}`]
  })
  return parts.length === 0 ? '' : `{ ${parts.join(' ')} }`
}

export type Everything = { text: string; leftOut: string[]; codes: string[] }

/**
 * Asks for everything that a root field leads to, as somebody. A field that is denied and takes its parent with it is
 * left out, and the rest asked again, until the answer is whole.
 */
export async function askForEverything(
  { run }: Pick<World, 'run'>,
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
    const { data, errors, codes: found } = await run(`{ root: ${call} ${selectAll(type, without)} }`, {}, as)
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
