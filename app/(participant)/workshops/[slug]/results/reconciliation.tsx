import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react'
import type { ReconciliationStatus } from '#domain/reconciliation.ts'
import type { ResultSheetFragment } from './results.generated.ts'

const STATUSES = {
  AGREES: { word: 'Agrees', Icon: CircleCheck, look: 'text-green' },
  GAP: { word: 'Gap', Icon: CircleAlert, look: 'text-amber' },
  NOT_KNOWN: { word: 'Not known', Icon: CircleHelp, look: 'text-ink-soft' },
} as const satisfies Record<ReconciliationStatus, unknown>

type Props = { lines: ResultSheetFragment['reconciliation']; source: string | null }

/** The count held against every other count: where two part, the gap is named and not closed. */
export function Reconciliation({ lines, source }: Props) {
  return (
    <section aria-labelledby="reconciliation">
      <h2 id="reconciliation">How the count adds up</h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {lines.map(({ label, status, sentence }) => {
          const { word, Icon, look } = STATUSES[status]
          return (
            <li key={label} className="flex gap-3 py-3">
              <Icon aria-hidden className={`mt-0.5 size-6 shrink-0 ${look}`} />
              <div className="min-w-0">
                <p>
                  <span className="font-bold">{label}: </span>
                  <span className={look}>{word}</span>
                </p>
                <p>{sentence}</p>
              </div>
            </li>
          )
        })}
      </ul>
      {source ? <p className="mt-3 text-ink-soft">Figures from: {source}</p> : null}
    </section>
  )
}
