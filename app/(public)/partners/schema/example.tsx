import { Disclosure } from '../../../_ui/disclosure.tsx'
import type { ExampleOfType } from './example-query.ts'

/** A query that leads to a type, to be asked as it stands or with the id of one thing. */
export function Example({ of, example: { query, idOf } }: { of: string; example: ExampleOfType }) {
  return (
    <Disclosure className="mt-3 print:hidden" summary={<>Example with {of}</>}>
      {idOf === null ? null : (
        <p className="mb-2 max-w-prose">
          Give the variable <code>$id</code> an id that <code>{idOf}</code> can find.
        </p>
      )}
      <pre className="rounded-card border border-line bg-sunken p-4 text-small whitespace-pre-wrap wrap-anywhere">
        <code>{query}</code>
      </pre>
    </Disclosure>
  )
}
