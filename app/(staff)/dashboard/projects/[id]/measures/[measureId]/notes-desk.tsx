import { formatDay } from '#domain/dates.ts'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import { AnnotateForm } from './annotate-form.tsx'
import { BaselineForm } from './baseline-form.tsx'
import type { MeasureView } from './load-measure.ts'
import { WithdrawNote } from './withdraw-note.tsx'

/** What stands on the chart, each with a way to take it off, and what can be added. */
export function NotesDesk({ measure }: { measure: MeasureView }) {
  const { id, annotations, baselines } = measure
  return (
    <>
      {annotations.length + baselines.length > 0 ? (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {annotations.map((note) => (
            <li key={note.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <span className="min-w-0 wrap-anywhere">
                {formatDay(note.day)}: {note.text}
              </span>
              <WithdrawNote kind="annotation" id={note.id} words={note.text} />
            </li>
          ))}
          {baselines.map((baseline) => (
            <li key={baseline.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <span className="min-w-0 wrap-anywhere">
                {formatDay(baseline.fromDay)}: new baseline. {baseline.reason}
                {baseline.declaredByName ? ` (${baseline.declaredByName})` : ''}
              </span>
              <WithdrawNote kind="baseline" id={baseline.id} words={baseline.reason} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-ink-soft">Say what happened on a day, so that the chart can be read later.</p>
      )}
      <Disclosure summary="Write what happened on a day" className="mt-2">
        <AnnotateForm measureId={id} />
      </Disclosure>
      <Disclosure summary="Declare a new baseline">
        <BaselineForm measureId={id} />
      </Disclosure>
    </>
  )
}
