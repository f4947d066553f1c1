import { formatDay, isCalendarDay } from '#domain/dates.ts'
import { MarkedText } from './marked-text.tsx'
import { readChanges } from './read-changes.ts'

/** What changed in the contract, the latest first. */
export function ChangeLog() {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Changes</h2>
      <p className="mt-3 max-w-prose">
        New types and fields may come at any time. What could break a program that worked before is named here
        first, with the day from which it holds; until then the old field is marked as deprecated in the
        schema.
      </p>
      <dl className="mt-4 max-w-prose space-y-4">
        {readChanges().map(({ title, lines }) => (
          <div key={title}>
            <dt className="font-bold">{isCalendarDay(title) ? formatDay(title) : title}</dt>
            {lines.map((line) => (
              <dd key={line} className="mt-1">
                <MarkedText text={line} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
