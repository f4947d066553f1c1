import { type GraphQLType, getNamedType, isSpecifiedScalarType } from 'graphql'

/** A type as GraphQL writes it, with a link to where it is told. */
export function TypeName({ type }: { type: GraphQLType }) {
  const { name } = getNamedType(type)
  const [before, after] = String(type).split(name)
  return (
    <>
      {before}
      {isSpecifiedScalarType(getNamedType(type)) ? name : <a href={`#${name}`}>{name}</a>}
      {after}
    </>
  )
}
