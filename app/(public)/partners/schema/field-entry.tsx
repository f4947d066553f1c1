import { astFromValue, type GraphQLArgument, type GraphQLField, type GraphQLInputField, print } from 'graphql'
import { MarkedText } from '../marked-text.tsx'
import { Deprecated } from './deprecated.tsx'
import { TypeName } from './type-name.tsx'

type Field = GraphQLField<unknown, unknown> | GraphQLInputField

/** One field with its type, what it means, and its arguments. */
export function FieldEntry({ id, field }: { id: string; field: Field }) {
  const args = 'args' in field ? field.args : []
  return (
    <div id={id} className="py-3">
      <dt>
        <code className="wrap-anywhere">
          <strong>{field.name}</strong>: <TypeName type={field.type} />
          <Default of={field} />
        </code>
      </dt>
      {field.description ? (
        <dd className="max-w-prose">
          <MarkedText text={field.description} />
        </dd>
      ) : null}
      <Deprecated reason={field.deprecationReason} />
      {args.length > 0 ? (
        <dd className="mt-1 ps-4">
          <ul aria-label={`Arguments of ${field.name}`}>
            {args.map((argument) => (
              <li key={argument.name}>
                <code className="wrap-anywhere">
                  {argument.name}: <TypeName type={argument.type} />
                  <Default of={argument} />
                </code>
                {argument.description ? (
                  <span className="block max-w-prose ps-4 text-ink-soft">
                    <MarkedText text={argument.description} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </dd>
      ) : null}
    </div>
  )
}

function Default({ of }: { of: Field | GraphQLArgument }) {
  if (!('defaultValue' in of) || of.defaultValue === undefined) return null
  const node = astFromValue(of.defaultValue, of.type)
  return node ? <> = {print(node)}</> : null
}
