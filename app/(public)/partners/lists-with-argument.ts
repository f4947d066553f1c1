import { type GraphQLSchema, isObjectType } from 'graphql'

/** The fields of a schema that take an argument, as `Type.field`. */
export function listsWithArgument(schema: GraphQLSchema, argument: string): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some(({ name }) => name === argument))
        .map((field) => `${type.name}.${field.name}`),
    )
}
