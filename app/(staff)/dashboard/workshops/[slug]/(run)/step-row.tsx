import { formatTime } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { ACTIVITY_LABELS, type StepState } from '#domain/steps.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { classNames } from '../../../../../_ui/class-names.ts'
import { StepStateTag } from '../../../../../_ui/step-state-tag.tsx'
import type { RunStep } from './next-act.ts'

type Props = {
  step: RunStep
  timeZone: string
  pending: boolean
  change: (step: RunStep, to: StepState) => Promise<void>
}

const ACTS: Record<StepState, { to: StepState; label: string }> = {
  PLANNED: { to: 'OPEN', label: 'Open' },
  OPEN: { to: 'DONE', label: 'End' },
  DONE: { to: 'OPEN', label: 'Reopen' },
}

/** One step: what it is for, how long, since when, and the act that changes it. */
export function StepRow({ step, timeZone, pending, change }: Props) {
  const { title, activity, plannedMinutes, state } = step
  const { to, label } = ACTS[state]
  return (
    <li
      className={classNames(
        'flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3',
        state === 'OPEN' && 'border-s-4 border-s-accent ps-3',
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        <p className={state === 'OPEN' ? 'font-bold' : undefined}>{title}</p>
        <p className="tally text-ink-soft">
          {[
            ACTIVITY_LABELS[activity],
            plannedMinutes > 0 ? plural(plannedMinutes, 'minute') : null,
            since(step, timeZone),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      </div>
      <div className="flex items-center gap-3">
        <StepStateTag state={state} />
        <Button
          variant="secondary"
          className="min-w-24"
          aria-disabled={pending}
          onClick={pending ? undefined : () => change(step, to)}
        >
          {label}
          <span className="sr-only"> {title}</span>
        </Button>
      </div>
    </li>
  )
}

function since({ state, openedAt, closedAt }: RunStep, timeZone: string): string | null {
  if (state === 'OPEN' && openedAt) return `opened at ${formatTime(new Date(openedAt), timeZone)}`
  if (state === 'DONE' && closedAt) return `ended at ${formatTime(new Date(closedAt), timeZone)}`
  return null
}
