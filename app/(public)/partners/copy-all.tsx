import { CodeBlock } from './code-block.tsx'
import { cachingExample, pagingExample } from './code-examples.ts'
import { ISSUES_QUERY, WORKSHOPS_QUERY } from './example-queries.ts'
import { KeepCopy } from './keep-copy.tsx'

/** How a partner comes to a complete copy, keeps it, and asks again cheaply. */
export function CopyAll({ origin }: { origin: string }) {
  return (
    <>
      <section aria-labelledby="everything">
        <h2 id="everything">Copy everything</h2>
        <p className="mt-3 max-w-prose">
          Lists come in pages. Ask for the first page; while <code>pageInfo.hasNextPage</code> is true, ask
          again with <code>after</code> set to <code>pageInfo.endCursor</code>. A cursor is only good for the
          list that gave it, and its form may change: do not read it. This program lists all published
          workshops, and waits when it is told to.
        </p>
        <CodeBlock className="mt-4" what="JavaScript" code={pagingExample(origin, WORKSHOPS_QUERY)} />
        <p className="mt-6 mb-3 max-w-prose">
          What belongs to a workshop is paged in the same way, inside it: one workshop after the other, list
          by list.
        </p>
        <CodeBlock what="GraphQL" code={ISSUES_QUERY.query} />
        <p className="mt-6 max-w-prose">
          Keep things by their <code>id</code>, which never changes. Titles and words may be corrected.
        </p>
      </section>
      <KeepCopy origin={origin} />
      <section aria-labelledby="caching">
        <h2 id="caching">Ask again cheaply</h2>
        <p className="mt-3 mb-3 max-w-prose">
          A query by GET is answered with an <code>ETag</code>. Send it back as <code>If-None-Match</code>{' '}
          with the same query: if nothing has changed the answer is 304, without a body. It still counts
          against your limits. Answers are yours alone (<code>Cache-Control: private</code>), and long ones
          are compressed with Brotli or gzip if your client takes that.
        </p>
        <CodeBlock what="curl" code={cachingExample(origin)} />
        <p className="mt-6 max-w-prose">
          A page of your own website may only read answers if the administrator has listed its origin with
          your token. Whoever opens such a page can read the token, so give it as little as it needs.
        </p>
      </section>
    </>
  )
}
