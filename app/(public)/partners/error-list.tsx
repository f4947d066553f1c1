import { ERROR_CODES, REFUSALS_IN_WORDS } from '#domain/error-codes.ts'
import { DataTable } from '../../_ui/data-table.tsx'
import { Disclosure } from '../../_ui/disclosure.tsx'
import { BreakableCode } from './breakable-code.tsx'
import { REFUSED_ACT } from './error-answers.ts'
import { ErrorExamples } from './error-examples.tsx'
import { JsonBlock } from './json-block.tsx'

const LIST = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** Every code that an answer may carry, and what to do about it. */
export function ErrorList() {
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      <p className="mt-3 mb-4 max-w-prose">
        An answer that failed, in part or as a whole, has a list <code>errors</code>. Each has a message for
        people and, in <code>extensions.code</code>, a code for programs: codes stay, messages may be
        reworded. Read <code>errors</code> also where the status is 200: a query that cannot be answered gets
        400 only if you accept <code>application/graphql-response+json</code>. Every answer has an{' '}
        <code>X-Request-Id</code>: give it to the Lab when you ask about one.
      </p>
      <DataTable
        caption="Codes of errors"
        wide
        columns={[
          {
            key: 'code',
            header: 'Code',
            cell: ({ code }) => <BreakableCode code={code} />,
          },
          { key: 'status', header: 'HTTP status', cell: ({ statuses }) => LIST.format(statuses.map(String)) },
          { key: 'meaning', header: 'What it means', cell: ({ meaning }) => meaning, bare: true },
          { key: 'remedy', header: 'What to do', cell: ({ remedy }) => remedy, bare: true },
        ]}
        rows={ERROR_CODES}
        rowKey={({ code }) => code}
      />
      <ErrorExamples />
      <Disclosure className="mt-4" summary="Codes of refusals, which only people who sign in meet">
        <p className="mb-2 max-w-prose">
          A refused act is answered with a code, a sentence for people, and the field that is to blame where
          one is. This one met the limit of dots; the others have the same form.
        </p>
        <JsonBlock value={REFUSED_ACT} />
        <dl className="mt-4 max-w-prose space-y-2">
          {Object.entries(REFUSALS_IN_WORDS).map(([code, words]) => (
            <div key={code}>
              <dt>
                <BreakableCode code={code} />
              </dt>
              <dd className="ps-4">{words}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </section>
  )
}
