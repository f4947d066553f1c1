import {
  type GraphQLArgument,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql'

/** The fields of a schema that take an argument by itself or within another, such as a filter: as `Type.field`. */
export function listsWithArgument(schema: GraphQLSchema, argument: string): string[] {
  const takes = ({ name, type }: GraphQLArgument) => {
    const input = getNamedType(type)
    return name === argument || (isInputObjectType(input) && argument in input.getFields())
  }
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some(takes))
        .map((field) => `${type.name}.${field.name}`),
    )
}
