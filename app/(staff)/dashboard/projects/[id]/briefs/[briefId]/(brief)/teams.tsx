import { Card } from '../../../../../../../_ui/card.tsx'
import { CycleFeatures } from '../../../../../../../_ui/cycle-features.tsx'
import { CycleTag } from '../../../../../../../_ui/cycle-tag.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import type { BriefView } from './load-brief.ts'
import { PlanCycle } from './plan-cycle.tsx'

/** The teams side by side: where each works, and how its cycles went. */
export function Teams({ brief }: { brief: BriefView }) {
  const { teams, project } = brief
  const home = `/dashboard/projects/${project.id}/briefs/${brief.id}`
  if (teams.length === 0) {
    return <p className="text-ink-soft">No team tests this yet. Add the first, then plan its first cycle.</p>
  }
  return (
    <ul className="mt-3 grid gap-6 md:grid-cols-2 xl:grid-cols-3">
      {teams.map((team) => (
        <li key={team.id} className="min-w-0">
          <Card className="h-full space-y-3 wrap-anywhere">
            <h3>{team.organisation}</h3>
            {team.context ? <p className="whitespace-pre-line">{team.context}</p> : null}
            {team.people ? <p className="whitespace-pre-line text-ink-soft">{team.people}</p> : null}
            <ol className="space-y-4">
              {team.cycles.map((cycle) => (
                <li key={cycle.id} className="space-y-1">
                  <p>
                    <TextLink href={`${home}/cycles/${cycle.id}`}>Cycle {cycle.number}</TextLink>{' '}
                    <CycleTag state={cycle.state} decision={cycle.decision} />
                  </p>
                  {cycle.question ? <p>{cycle.question}</p> : null}
                  {cycle.decisionReason ? <p className="text-ink-soft">{cycle.decisionReason}</p> : null}
                  <CycleFeatures features={cycle.features} />
                </li>
              ))}
            </ol>
            <Disclosure
              summary={
                <>
                  Plan a cycle<span className="sr-only"> of {team.organisation}</span>
                </>
              }
            >
              <PlanCycle home={home} teamId={team.id} />
            </Disclosure>
          </Card>
        </li>
      ))}
    </ul>
  )
}
