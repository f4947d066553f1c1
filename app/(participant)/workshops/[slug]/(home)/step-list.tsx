import { plural } from '#domain/numbers.ts'
import { ACTIVITY_LABELS } from '#domain/steps.ts'
import { StepStateTag } from '../../../../_ui/step-state-tag.tsx'
import type { WorkshopHomeQuery } from './home.generated.ts'

type Step = NonNullable<WorkshopHomeQuery['workshop']>['steps'][number]

/** All steps in their order, day by day. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const days = [...new Set(steps.map((step) => step.day))].sort((a, b) => a - b)
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Steps</h2>
      {days.map((day) => (
        <div key={day} className="mt-3">
          {days.length > 1 ? <h3 className="mb-1">Day {day}</h3> : null}
          <ol className="divide-y divide-line border-y border-line">
            {steps
              .filter((step) => step.day === day)
              .map((step) => (
                <li
                  key={step.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
                >
                  <div className="min-w-0">
                    <p className={step.state === 'OPEN' ? 'font-bold' : undefined}>{step.title}</p>
                    <p className="text-ink-soft">
                      {ACTIVITY_LABELS[step.activity]}
                      {step.plannedMinutes > 0 ? `, ${plural(step.plannedMinutes, 'minute')}` : ''}
                    </p>
                  </div>
                  <StepStateTag state={step.state} />
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
