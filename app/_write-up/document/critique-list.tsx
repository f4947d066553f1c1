import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { NO_LONGER_SHOWN } from '#domain/removals.ts'
import { classNames } from '../../_ui/class-names.ts'
import type { WriteUpCritique } from '../read-write-up.ts'

/** How far answers are set in; deeper ones stand below each other. */
const INDENTS = ['', 'ms-4', 'ms-8', 'ms-12'] as const

/** What others said of an idea, each thread whole. */
export function CritiqueList({ critiques }: { critiques: readonly WriteUpCritique[] }) {
  return (
    <ul aria-label="Comments" className="space-y-2">
      {critiques.map((critique) => (
        <li
          key={critique.id}
          className={classNames(
            'break-inside-avoid border-s-4 border-line ps-3 wrap-anywhere',
            INDENTS[Math.min(critique.depth, INDENTS.length - 1)],
          )}
        >
          <Critique critique={critique} />
        </li>
      ))}
    </ul>
  )
}

function Critique({
  critique: { kind, text, tableCode, resolved, resolvedNote },
}: {
  critique: WriteUpCritique
}) {
  return (
    <>
      <p className="whitespace-pre-line">
        {kind ? <b>{CRITIQUE_KIND_LABELS[kind]}: </b> : null}
        {text ?? <i className="text-ink-soft">{NO_LONGER_SHOWN.comment}</i>}
        {tableCode ? (
          <span className="text-ink-soft">
            {' '}
            (<span className="sr-only">from table </span>
            {tableCode})
          </span>
        ) : null}
      </p>
      {resolved ? <p className="text-ink-soft">Resolved{resolvedNote ? `: ${resolvedNote}` : null}</p> : null}
    </>
  )
}
