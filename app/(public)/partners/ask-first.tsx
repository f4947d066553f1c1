import { TextLink } from '../../_ui/text-link.tsx'
import { CodeBlock } from './code-block.tsx'
import { firstQueryExamples } from './code-examples.ts'
import { FIRST_QUERY } from './example-queries.ts'

/** The way from a token to the first answer. */
export function AskFirst({ origin }: { origin: string }) {
  return (
    <section aria-labelledby="first-query">
      <h2 id="first-query">Your first query</h2>
      <p className="mt-3 max-w-prose">
        The workshop on peer support of July 2017 is published here. This query asks for its result: each
        issue with its rank and its dots.
      </p>
      <CodeBlock className="mt-4" what="GraphQL" code={FIRST_QUERY.query} />
      <ol className="mt-4 max-w-prose list-decimal space-y-2 ps-6">
        <li>
          Try it without writing any code: open the <TextLink href="/partners/explorer">explorer</TextLink>,
          put your token in, and press “Run the query”.
        </li>
        <li>
          Make the token known to your program, as the setting <code>QLAB_TOKEN</code>. In a terminal:{' '}
          <code>export QLAB_TOKEN=qlab_…</code>
        </li>
        <li>Copy the example in your language and run it.</li>
      </ol>
      {firstQueryExamples(origin, FIRST_QUERY).map(({ key, title, before, code }) => (
        <div key={key} className="mt-8">
          <h3 id={key}>{title}</h3>
          <p className="mt-2 mb-3 max-w-prose">{before}</p>
          <CodeBlock what={title} code={code} />
        </div>
      ))}
      <p className="mt-6 max-w-prose">
        The first row of the answer has 21 dots, and <code>dots</code> is 147. <code>shareBase</code> is 154,
        the total that was published at the time: the page of the result says why the two differ.
      </p>
    </section>
  )
}
