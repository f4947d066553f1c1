import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { MarkedText } from '../marked-text.tsx'
import { Deprecated } from './deprecated.tsx'
import { Example } from './example.tsx'
import type { ExampleOfType } from './example-query.ts'
import { FieldEntry } from './field-entry.tsx'
import { TypeName } from './type-name.tsx'

/** One type: what it is, what it holds, and a query that leads to it. Its name is its address on the page. */
export function TypeEntry({ type, example }: { type: GraphQLNamedType; example: ExampleOfType | null }) {
  return (
    <article
      aria-labelledby={type.name}
      className="mt-6 rounded-card border border-line bg-surface p-4 md:p-6"
    >
      <h3 id={type.name} className="text-lead wrap-anywhere">
        {type.name}
      </h3>
      {type.description ? (
        <p className="mt-1 max-w-prose">
          <MarkedText text={type.description} />
        </p>
      ) : null}
      <Members type={type} />
      {example ? <Example of={type.name} example={example} /> : null}
    </article>
  )
}

function Members({ type }: { type: GraphQLNamedType }) {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return (
      <dl className="mt-3 divide-y divide-line border-t border-line">
        {Object.values(type.getFields()).map((field) => (
          <FieldEntry key={field.name} id={`${type.name}.${field.name}`} field={field} />
        ))}
      </dl>
    )
  }
  if (isEnumType(type)) {
    return (
      <dl className="mt-3 divide-y divide-line border-t border-line">
        {type.getValues().map(({ name, description, deprecationReason }) => (
          <div key={name} id={`${type.name}.${name}`} className="py-2">
            <dt>
              <code className="wrap-anywhere">{name}</code>
            </dt>
            {description ? (
              <dd className="max-w-prose">
                <MarkedText text={description} />
              </dd>
            ) : null}
            <Deprecated reason={deprecationReason} />
          </div>
        ))}
      </dl>
    )
  }
  if (!isUnionType(type)) return null
  return (
    <ul className="mt-3 list-disc ps-6">
      {type.getTypes().map((member) => (
        <li key={member.name}>
          <TypeName type={member} />
        </li>
      ))}
    </ul>
  )
}
