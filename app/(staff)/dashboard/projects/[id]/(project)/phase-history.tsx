import { PHASE_LABELS } from '#domain/projects.ts'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import type { ProjectView } from '../load-project.ts'

/** Every change of phase, the latest first: what, when, who and why. */
export function PhaseHistory({ project }: { project: Pick<ProjectView, 'phaseChanges' | 'timeZone'> }) {
  return (
    <Disclosure summary="History of phases" className="mt-2">
      <ol className="divide-y divide-line border-y border-line">
        {project.phaseChanges.toReversed().map(({ id, from, to, reason, changedByName, changedAt }) => (
          <li key={id} className="py-3">
            <p className="font-bold">
              {from
                ? `${PHASE_LABELS[from]} to ${PHASE_LABELS[to].toLowerCase()}`
                : `Began in ${PHASE_LABELS[to].toLowerCase()}`}
            </p>
            <p className="text-ink-soft">
              {dayOf(changedAt, project.timeZone)}
              {changedByName ? `, ${changedByName}` : ''}
            </p>
            {reason ? <p className="mt-1 max-w-prose">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
