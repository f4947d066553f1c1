import { Card } from '../../_ui/card.tsx'
import type { WriteUpHead } from '../read-write-up.ts'
import { Part } from './part.tsx'

/** The top issues reworded, why they are important, and which of them are similar. */
export function StatementsPart({ head }: { head: WriteUpHead }) {
  const options = new Map(head.rounds.flatMap((round) => round.options.map((option) => [option.id, option])))
  return (
    <Part head={head} section="STATEMENTS">
      {head.statements.length === 0 ? <p>No statements were written.</p> : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {head.statements.map(({ id, title, optionIds, reasons, similar }) => (
          <Card as="li" key={id} className="break-inside-avoid space-y-2 wrap-anywhere">
            <h3 id={`statement-${id}`}>{title}</h3>
            {optionIds.map((optionId) => {
              const option = options.get(optionId)
              return option ? (
                <p key={optionId} className="text-ink-soft">
                  From the issue: {option.title} ({option.areaName})
                </p>
              ) : null
            })}
            {reasons.map(({ text }) => (
              <p key={text}>
                <b>This is important because…</b> {text}
              </p>
            ))}
            {similar.map((other) => (
              <p key={other.statementId} className="text-ink-soft">
                Similar to <a href={`#statement-${other.statementId}`}>{other.title}</a>
                {other.note ? `. ${other.note}` : null}
              </p>
            ))}
          </Card>
        ))}
      </ul>
    </Part>
  )
}
