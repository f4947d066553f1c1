import { CYCLE_DECISION_LABELS, CYCLE_STATE_LABELS, CYCLE_STATES, type CycleState } from '#domain/cycles.ts'
import { Card } from '../../../../../../../../_ui/card.tsx'
import { Tag } from '../../../../../../../../_ui/tag.tsx'
import { FinishForm } from './finish-form.tsx'
import type { CycleView } from './page.tsx'
import { PART_FIELDS } from './part-fields.ts'
import { PartForm } from './part-form.tsx'

const PARTS = ['PLAN', 'DO', 'STUDY', 'ACT'] as const

/** Plan, Do, Study and Act. Only the part that the cycle is in can be written; the others are read. */
export function CycleParts({ cycle }: { cycle: CycleView }) {
  return (
    <div className="mt-6 grid gap-6 lg:grid-cols-2">
      {PARTS.map((part) => (
        <Card
          key={part}
          as="section"
          aria-labelledby={`part-${part}`}
          className="min-w-0 space-y-4 wrap-anywhere"
        >
          <div className="flex flex-wrap items-center gap-3">
            <h2 id={`part-${part}`}>{CYCLE_STATE_LABELS[part]}</h2>
            {cycle.state === part ? <Tag tone="accent">Now</Tag> : null}
          </div>
          {part === 'STUDY' && cycle.state === 'STUDY' && cycle.prediction ? (
            <div className="border-s-4 border-accent ps-4">
              <p className="font-bold">The prediction was</p>
              <p className="whitespace-pre-line">{cycle.prediction}</p>
            </div>
          ) : null}
          <Part cycle={cycle} part={part} />
        </Card>
      ))}
    </div>
  )
}

function Part({ cycle, part }: { cycle: CycleView; part: (typeof PARTS)[number] }) {
  const open = cycle.viewerCanEdit && cycle.state === part
  if (part === 'ACT') return open ? <FinishForm cycleId={cycle.id} /> : <Decision cycle={cycle} />
  if (open) return <PartForm key={part} part={part} cycle={cycle} />
  if (isAhead(part, cycle.state)) {
    return <p className="text-ink-soft">This comes after {CYCLE_STATE_LABELS[before(part)]}.</p>
  }
  return (
    <dl className="space-y-3">
      {PART_FIELDS[part].map(({ name, label }) => (
        <div key={name}>
          <dt className="text-ink-soft">{label}</dt>
          <dd className="whitespace-pre-line">{said(cycle[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Decision({ cycle: { decision, decisionReason, state } }: { cycle: CycleView }) {
  if (decision === null) {
    return <p className="text-ink-soft">{state === 'ACT' ? 'Not decided yet.' : 'This comes after Study.'}</p>
  }
  return (
    <>
      <p className="font-bold">{CYCLE_DECISION_LABELS[decision]}</p>
      {decisionReason ? <p className="whitespace-pre-line">{decisionReason}</p> : null}
    </>
  )
}

function said(value: string | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return value ?? 'Not said'
}

function isAhead(part: CycleState, now: CycleState): boolean {
  return CYCLE_STATES.indexOf(part) > CYCLE_STATES.indexOf(now)
}

function before(part: CycleState): CycleState {
  return CYCLE_STATES[CYCLE_STATES.indexOf(part) - 1] ?? 'PLAN'
}
