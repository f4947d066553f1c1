import { Fragment } from 'react'
import { SCOPE_NAMES } from '#domain/tokens.ts'
import { partnerContract } from '../../_apollo/partner-contract.ts'
import { Disclosure } from '../../_ui/disclosure.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { CodeBlock } from './code-block.tsx'
import { copyInJavaScript } from './copy-in-javascript.ts'
import { copyInPython } from './copy-in-python.ts'
import { CHANGES_QUERY, REMOVALS_QUERY } from './example-queries.ts'
import { listsWithArgument } from './lists-with-argument.ts'

/** How a copy stays what the Lab publishes: what to fetch again, what to forget, and programs that do it. */
export function KeepCopy({ origin }: { origin: string }) {
  const lists = listsWithArgument(partnerContract().schema, 'updatedSince')
  return (
    <section aria-labelledby="keep-a-copy">
      <h2 id="keep-a-copy">Keep a copy</h2>
      <p className="mt-3 max-w-prose">
        A copy is brought up to date with two questions: what is there to forget, and what has changed. Both
        take a moment, and answer with what happened at it or later.
      </p>
      <ol className="mt-3 max-w-prose list-decimal space-y-2 ps-6">
        <li>
          Note the moment at which you begin, less one minute, for the next time. What is being written while
          you ask can be read a little later than its own moment says, and clocks differ; with the minute you
          get some things twice, and miss none.
        </li>
        <li>
          Ask <TextLink href="/partners/schema#Query.removals">removals</TextLink> with the moment that you
          noted last time, and forget what it names. With a workshop goes everything that belongs to it; with
          an idea, the comments on it; with a brief, its teams, its cycles, and the measures that no other
          brief of your copy has.
        </li>
        <li>
          Ask each list with <code>updatedSince</code>, by itself or in the filter, and keep what comes by its{' '}
          <code>id</code>. Ask for issues with <code>includeSetAside</code> and for ideas also with the status{' '}
          <code>MERGED</code>, so that you see what was merged.
        </li>
        <li>
          Copy a workshop whole, without <code>updatedSince</code>, if it is new to you or its{' '}
          <code>publishedAt</code> is later than your last copy. What was hidden and is shown again comes as
          something that has changed.
        </li>
      </ol>
      <p className="mt-3 mb-3 max-w-prose">
        <code>updatedSince</code> is taken by{' '}
        {lists.map((list, place) => (
          <Fragment key={list}>
            {place > 0 ? ', ' : null}
            <TextLink href={`/partners/schema#${list}`}>{list}</TextLink>
          </Fragment>
        ))}
        . Rounds and priorities come whole with their workshop, which counts as changed when a round closes or
        priorities are declared. Counts, such as <code>supportCount</code>, change by themselves.
      </p>
      <CodeBlock what="GraphQL" code={REMOVALS_QUERY.query} />
      <CodeBlock className="mt-4" what="GraphQL" code={CHANGES_QUERY.query} />
      <p className="mt-6 mb-3 max-w-prose">
        These programs do all of that. They keep a copy of what a token with{' '}
        <code>{SCOPE_NAMES.CONTENT}</code> opens in the file <code>copy.json</code>: run them once for a whole
        copy, and again, as often as you like, to bring it up to date.
      </p>
      <Disclosure summary="The program in JavaScript (Node.js 20 or newer, nothing to install)">
        <CodeBlock what="JavaScript" code={copyInJavaScript(origin)} />
      </Disclosure>
      <Disclosure className="mt-2" summary="The program in Python (Python 3, nothing to install)">
        <CodeBlock what="Python" code={copyInPython(origin)} />
      </Disclosure>
    </section>
  )
}
