import type { Metadata } from 'next'
import { partnerContract } from '../../../_apollo/partner-contract.ts'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { PartnerNav } from '../partner-nav.tsx'
import { Contents } from './contents.tsx'
import { exampleFinder } from './example-query.ts'
import { groupTypes } from './group-types.ts'
import { TypeEntry } from './type-entry.tsx'

export const metadata: Metadata = { title: 'Schema reference' }

/** Every type of the schema that tokens ask, made from the schema itself. */
export default function SchemaPage() {
  const { schema } = partnerContract()
  const groups = groupTypes(schema)
  const exampleOf = exampleFinder(schema)
  return (
    <>
      <PageHeading
        title="Schema reference"
        lead="Every type, field, argument and value that a token can ask for, each type with an example that can be asked as it stands. Search it with your browser: Ctrl+F, or ⌘F on a Mac."
      />
      <PartnerNav />
      <p className="mb-8 flex flex-wrap gap-x-6 print:hidden">
        <a href="/partners/schema.graphql" download className="inline-flex min-h-11 items-center">
          Download as SDL (schema.graphql)
        </a>
        <a href="/partners/schema.json" download className="inline-flex min-h-11 items-center">
          Download as JSON (introspection)
        </a>
      </p>
      <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)] lg:items-start">
        <Contents groups={groups} />
        <div className="min-w-0 space-y-12">
          {groups.map(({ title, types }) => (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              {types.map((type) => (
                <TypeEntry key={type.name} type={type} example={exampleOf(type)} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
