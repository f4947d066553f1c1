import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type TypeNode,
  visit,
} from 'graphql'
import { PARTNER_SCOPES, type PartnerScope } from '#domain/tokens.ts'

/** The scope that a field asks for, by the coordinate `Type.field`; null where any token will do. */
export type FieldScopes = ReadonlyMap<string, PartnerScope | null>

export type PartnerContract = {
  document: DocumentNode
  scopes: FieldScopes
  /** Root fields and types that nobody has placed: neither for partners nor marked as inside. */
  unplaced: readonly string[]
}

/**
 * What partners see of the one contract: the marked fields of objects and what these need, without the marks. Mutations
 * are never for partners. A field that asks for more than its object does may be null, so that a token without the scope
 * still reads the rest.
 */
export function partnerContract(document: DocumentNode): PartnerContract {
  const whole = mergeExtensions(document)
  const objects = new Map(whole.flatMap((node) => (isObject(node) ? [[node.name.value, node]] : [])))
  const scopes = new Map<string, PartnerScope | null>()
  const kept = whole.flatMap((node): readonly DefinitionNode[] => {
    if (isObject(node)) return keepMarked(node, scopes)
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return withoutInside(node)
    return node.kind === Kind.DIRECTIVE_DEFINITION && MARKS.has(node.name.value) ? [] : [node]
  })
  const reached = new Set(['Query'])
  const byName = new Map(kept.map((node) => [nameOf(node), node]))
  for (const name of reached) for (const next of namesIn(byName.get(name))) reached.add(next)
  const definitions = kept.filter(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION || reached.has(nameOf(node)),
  )
  return { document: { kind: Kind.DOCUMENT, definitions }, scopes, unplaced: listUnplaced(objects) }
}

/** The contract as partners read it, and as it is committed. */
export function printContract({ document }: PartnerContract): string {
  return `${print(document)}\n`
}

const MARKS = new Set(['partner', 'inside'])

function isObject(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION
}

function mergeExtensions({ definitions }: DocumentNode): DefinitionNode[] {
  const added = new Map<string, FieldDefinitionNode[]>()
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    added.set(node.name.value, [...(added.get(node.name.value) ?? []), ...(node.fields ?? [])])
  }
  return definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Kind.OBJECT_TYPE_EXTENSION) return []
    if (!isObject(node)) return [node]
    return [{ ...node, fields: [...(node.fields ?? []), ...(added.get(node.name.value) ?? [])] }]
  })
}

function keepMarked(
  node: ObjectTypeDefinitionNode,
  scopes: Map<string, PartnerScope | null>,
): ObjectTypeDefinitionNode[] {
  const marked = (node.fields ?? []).flatMap((field) => {
    const mark = find(field, 'partner')
    return mark === undefined ? [] : [{ field, scope: scopeOf(mark) }]
  })
  if (marked.length === 0 || node.name.value === 'Mutation') return []
  const least = Math.min(...marked.map(({ scope }) => rank(scope)))
  const fields = marked.map(({ field, scope }) => {
    scopes.set(`${node.name.value}.${field.name.value}`, scope)
    return withoutMarks({
      ...field,
      arguments: field.arguments?.filter((argument) => !find(argument, 'inside')),
      type: rank(scope) > least ? nullable(field.type) : field.type,
    })
  })
  return [{ ...withoutMarks(node), fields }]
}

function withoutInside(node: InputObjectTypeDefinitionNode): InputObjectTypeDefinitionNode[] {
  return [{ ...node, fields: node.fields?.filter((field) => !find(field, 'inside')) }]
}

/** No scope first, then each that includes the one before it. */
function rank(scope: PartnerScope | null): number {
  return scope === null ? -1 : PARTNER_SCOPES.indexOf(scope)
}

function nullable(type: TypeNode): TypeNode {
  return type.kind === Kind.NON_NULL_TYPE ? type.type : type
}

type Marked = { directives?: readonly ConstDirectiveNode[] }

function find({ directives }: Marked, name: string): ConstDirectiveNode | undefined {
  return directives?.find((directive) => directive.name.value === name)
}

function scopeOf({ arguments: given }: ConstDirectiveNode): PartnerScope | null {
  const value = given?.find(({ name }) => name.value === 'scope')?.value
  return value?.kind === Kind.ENUM ? (PARTNER_SCOPES.find((scope) => scope === value.value) ?? null) : null
}

function withoutMarks<Node extends Marked>(node: Node): Node {
  return { ...node, directives: node.directives?.filter(({ name }) => !MARKS.has(name.value)) }
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node && node.name ? node.name.value : ''
}

/** The names of all types that a definition speaks of. */
function namesIn(node: DefinitionNode | undefined): string[] {
  const names: string[] = []
  if (node === undefined) return names
  visit(node, {
    enter(part) {
      if (part.kind === Kind.NAMED_TYPE) names.push(part.name.value)
    },
  })
  return names
}

/** Mutations, and what only they answer with, are inside without a mark. */
function listUnplaced(objects: ReadonlyMap<string, ObjectTypeDefinitionNode>): string[] {
  const reached = new Set(['Query'])
  for (const name of reached) for (const next of namesIn(objects.get(name))) reached.add(next)
  const isPlaced = (node: Marked) => find(node, 'partner') !== undefined || find(node, 'inside') !== undefined
  return [...reached].flatMap((name) => {
    const object = objects.get(name)
    if (object === undefined) return []
    const fields = object.fields ?? []
    if (name === 'Query') {
      return fields.filter((field) => !isPlaced(field)).map((field) => `Query.${field.name.value}`)
    }
    return isPlaced(object) || fields.some(isPlaced) ? [] : [name]
  })
}
