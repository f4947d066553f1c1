import { stands } from '#domain/removals.ts'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import type { BriefView } from './load-brief.ts'
import { DropIt, MeasureIt, WatchForIt, WordIt } from './source-acts.tsx'

/** What to watch for, and the comments on unintended consequences that could still become that. */
export function WatchFors({ brief }: { brief: BriefView }) {
  const free = brief.ideas
    .filter(stands)
    .flatMap(({ critiques }) => critiques.filter(stands))
    .flatMap(({ id, kind, text, watchFor, measure }) =>
      kind === 'UNINTENDED_CONSEQUENCE' && text !== null && !(watchFor && measure)
        ? [{ id, text, watched: watchFor !== null, measured: measure !== null }]
        : [],
    )
  return (
    <section aria-labelledby="watch">
      <h2 id="watch">Watch for</h2>
      {brief.watchFors.length === 0 ? (
        <p className="text-ink-soft">
          Nothing yet. Comments on unintended consequences of the ideas can be taken over here, or measured.
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
            {free.map(({ id, text, watched, measured }) => (
              <li key={id} className="space-y-2 wrap-anywhere">
                <p className="whitespace-pre-line">{text}</p>
                <div className="flex flex-wrap gap-3">
                  {watched ? null : <WatchForIt briefId={brief.id} critiqueId={id} />}
                  {measured ? null : <MeasureIt briefId={brief.id} critiqueId={id} />}
                </div>
                {watched ? null : (
                  <Disclosure
                    summary={
                      <>
                        Word it yourself<span className="sr-only">: {text}</span>
                      </>
                    }
                  >
                    <WordIt briefId={brief.id} critiqueId={id} text={text} />
                  </Disclosure>
                )}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
