import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import type { BriefView } from './load-brief.ts'
import { DropIt, WatchForIt } from './source-acts.tsx'

/** What to watch for, and the comments on unintended consequences that could still become that. */
export function WatchFors({ brief }: { brief: BriefView }) {
  const free = brief.ideas
    .flatMap(({ critiques }) => critiques)
    .filter(({ kind, text, watchFor }) => kind === 'UNINTENDED_CONSEQUENCE' && text !== null && !watchFor)
  return (
    <section aria-labelledby="watch">
      <h2 id="watch">Watch for</h2>
      {brief.watchFors.length === 0 ? (
        <p className="text-ink-soft">
          Nothing yet. Comments on unintended consequences of the ideas can be taken over here.
        </p>
      ) : null}
      <ul className="mt-2 list-disc space-y-3 ps-6">
        {brief.watchFors.map(({ id, text }) => (
          <li key={id} className="wrap-anywhere">
            <p className="whitespace-pre-line">{text}</p>
            <DropIt watchForId={id} />
          </li>
        ))}
      </ul>
      {free.length === 0 ? null : (
        <Disclosure summary={`Unintended consequences that people named (${free.length})`}>
          <ul className="space-y-4">
            {free.map(({ id, text }) => (
              <li key={id} className="wrap-anywhere">
                <p className="whitespace-pre-line">{text}</p>
                <WatchForIt briefId={brief.id} critiqueId={id} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
