import { Check, Circle } from 'lucide-react'
import { PHASE_LABELS, PHASES, type Phase } from '#domain/projects.ts'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import type { ProjectProgressSectionsQuery } from './progress.generated.ts'

type Need = NonNullable<ProjectProgressSectionsQuery['project']>['progress']['needs'][number]
type Props = { phase: Phase; needs: readonly Need[] }

/** What the phase of now asks for, and behind it what the others ask for. A list to look at; it locks nothing. */
export function PhaseNeeds({ phase, needs }: Props) {
  const of = (wanted: Phase) => needs.filter((need) => need.phase === wanted)
  const others = PHASES.filter((other) => other !== phase && of(other).length > 0)
  return (
    <>
      {of(phase).length > 0 ? (
        <>
          <h3 className="mt-6">What {PHASE_LABELS[phase].toLowerCase()} asks for</h3>
          <Needs needs={of(phase)} />
        </>
      ) : null}
      <Disclosure summary="What the other phases ask for" className="mt-2">
        {others.map((other) => (
          <section key={other} aria-labelledby={`needs-${other}`} className="mb-4">
            <h3 id={`needs-${other}`}>{PHASE_LABELS[other]}</h3>
            <Needs needs={of(other)} />
          </section>
        ))}
      </Disclosure>
    </>
  )
}

function Needs({ needs }: { needs: readonly Need[] }) {
  return (
    <ul className="mt-1">
      {needs.map(({ kind, met, words }) => (
        <li key={kind} className="flex items-baseline gap-2 py-1">
          {met ? (
            <Check aria-hidden className="size-5 shrink-0 translate-y-1 text-accent" />
          ) : (
            <Circle aria-hidden className="size-5 shrink-0 translate-y-1 text-ink-soft" />
          )}
          <span>
            {words}
            <span className="sr-only">{met ? ' (done)' : ' (still to do)'}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
