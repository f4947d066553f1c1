import { Check } from 'lucide-react'
import { PHASE_LABELS, PHASES, type Phase } from '#domain/projects.ts'
import { classNames } from '../../../../../_ui/class-names.ts'

/** The phases in their order, with where the project stands. */
export function PhaseSteps({ phase }: { phase: Phase }) {
  const now = PHASES.indexOf(phase)
  return (
    <ol className="mt-3 flex flex-col gap-x-2 sm:flex-row sm:flex-wrap">
      {PHASES.map((step, place) => (
        <li
          key={step}
          aria-current={place === now ? 'step' : undefined}
          className={classNames(
            'flex min-h-11 items-center gap-2 border-s-4 ps-3 sm:flex-1 sm:border-s-0 sm:border-t-4 sm:ps-0 sm:pt-2',
            place <= now ? 'border-accent' : 'border-line',
            place === now && 'font-bold',
            place > now && 'text-ink-soft',
          )}
        >
          {place < now ? <Check aria-hidden className="size-5 shrink-0 text-accent" /> : null}
          {PHASE_LABELS[step]}
          {place < now ? <span className="sr-only"> (done)</span> : null}
          {place === now ? <span className="sr-only"> (now)</span> : null}
        </li>
      ))}
    </ol>
  )
}
