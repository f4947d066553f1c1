import { Notice } from '../../../_ui/notice.tsx'
import { CodeBlock } from '../code-block.tsx'
import type { Told } from './ask.ts'

/** What the endpoint said: its status, how long it took, what is left of the minute, and the answer itself. */
export function Answer({ told, failed }: { told: Told | null; failed: boolean }) {
  return (
    <section aria-labelledby="answer" className="min-w-0">
      <h2 id="answer">Answer</h2>
      <div aria-live="polite" className="mt-3">
        {failed ? (
          <Notice kind="error" title="The endpoint was not reached">
            Check your connection and run the query again. What you wrote is still there.
          </Notice>
        ) : null}
        {told && !failed ? (
          <p className="wrap-anywhere text-ink-soft">
            <strong className="text-ink">{told.status}</strong>
            {told.details.map((detail) => (
              <span key={detail} className="tally">
                {' '}
                · {detail}
              </span>
            ))}
          </p>
        ) : null}
      </div>
      {told && !failed ? (
        <CodeBlock className="mt-3" what="JSON" code={told.body} />
      ) : (
        <p className="mt-3 max-w-prose text-ink-soft">
          {failed ? null : 'The answer will stand here, with its status and what is left of your minute.'}
        </p>
      )}
    </section>
  )
}
