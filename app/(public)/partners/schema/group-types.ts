import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql'

export type TypeGroup = { title: string; types: readonly GraphQLNamedType[] }

/** The types of a schema as a reader looks for them: where to begin, then by kind and by name. */
export function groupTypes(schema: GraphQLSchema): TypeGroup[] {
  const root = schema.getQueryType()
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && type !== root)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const objects = types.filter(isObjectType)
  const isPaging = ({ name }: GraphQLNamedType) => /(Connection|Edge|PageInfo)$/.test(name)
  const known = (type: GraphQLNamedType) =>
    isObjectType(type) || isInputObjectType(type) || isEnumType(type) || isScalarType(type)
  const groups = [
    { title: 'Where to begin', types: root ? [root] : [] },
    { title: 'Objects', types: objects.filter((type) => !isPaging(type)) },
    { title: 'Unions and interfaces', types: types.filter((type) => !known(type)) },
    { title: 'Inputs', types: types.filter(isInputObjectType) },
    { title: 'Enums', types: types.filter(isEnumType) },
    { title: 'Pages of lists', types: objects.filter(isPaging) },
    { title: 'Scalars', types: types.filter(isScalarType) },
  ]
  return groups.filter(({ types: some }) => some.length > 0)
}
