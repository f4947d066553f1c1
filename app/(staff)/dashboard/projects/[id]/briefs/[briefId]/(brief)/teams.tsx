import { Card } from '../../../../../../../_ui/card.tsx'
import { CycleFeatures } from '../../../../../../../_ui/cycle-features.tsx'
import { CycleTag } from '../../../../../../../_ui/cycle-tag.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import { MeasureSummary } from '../../../measures/measure-summary.tsx'
import { EditTeam } from './add-team.tsx'
import type { BriefMeasure, BriefView } from './load-brief.ts'
import { PlanCycle } from './plan-cycle.tsx'

type Props = { brief: BriefView; measures: readonly BriefMeasure[] }
type Team = BriefView['teams'][number]

/** The teams side by side: where each works, what it adapted, how its cycles went, and what it measures. */
export function Teams({ brief, measures }: Props) {
  const { teams, project } = brief
  const home = `/dashboard/projects/${project.id}/briefs/${brief.id}`
  if (teams.length === 0) {
    return <p className="text-ink-soft">No team tests this yet. Add the first, then plan its first cycle.</p>
  }
  return (
    <ul className="mt-3 grid gap-6 md:grid-cols-2 xl:grid-cols-3">
      {teams.map((team) => (
        <li key={team.id} className="min-w-0">
          <Card className="h-full space-y-5 wrap-anywhere">
            <h3>{team.organisation}</h3>
            <Context team={team} />
            <Adaptations team={team} />
            <Cycles team={team} home={home} />
            <Charts team={team} measures={measures} projectId={project.id} />
            <div>
              <Disclosure
                summary={
                  <>
                    Plan a cycle<span className="sr-only"> of {team.organisation}</span>
                  </>
                }
              >
                <PlanCycle home={home} teamId={team.id} />
              </Disclosure>
              <Disclosure
                summary={
                  <>
                    Change the team<span className="sr-only"> {team.organisation}</span>
                  </>
                }
              >
                <EditTeam team={team} />
              </Disclosure>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

function Context({ team: { context, people } }: { team: Team }) {
  return (
    <div>
      <h4>Context</h4>
      <p className="whitespace-pre-line">{context ?? 'Not said yet'}</p>
      {people ? <p className="whitespace-pre-line text-ink-soft">{people}</p> : null}
    </div>
  )
}

function Adaptations({ team: { cycles } }: { team: Team }) {
  const adapted = cycles.filter(({ decision }) => decision === 'ADAPT')
  return (
    <div>
      <h4>Adaptations</h4>
      {adapted.length === 0 ? <p className="text-ink-soft">None yet</p> : null}
      <ul className="list-disc space-y-1 ps-6">
        {adapted.map(({ id, number, decisionReason }) => (
          <li key={id}>{decisionReason ?? `After cycle ${number}; nobody said how.`}</li>
        ))}
      </ul>
    </div>
  )
}

function Cycles({ team: { cycles }, home }: { team: Team; home: string }) {
  return (
    <div>
      <h4>Cycles and decisions</h4>
      {cycles.length === 0 ? <p className="text-ink-soft">None planned yet</p> : null}
      <ol className="space-y-4">
        {cycles.map((cycle) => (
          <li key={cycle.id} className="space-y-1">
            <p>
              <TextLink href={`${home}/cycles/${cycle.id}`}>Cycle {cycle.number}</TextLink>{' '}
              <CycleTag state={cycle.state} decision={cycle.decision} />
            </p>
            {cycle.question ? <p>{cycle.question}</p> : null}
            {cycle.decision !== 'ADAPT' && cycle.decisionReason ? (
              <p className="text-ink-soft">{cycle.decisionReason}</p>
            ) : null}
            <CycleFeatures features={cycle.features} />
          </li>
        ))}
      </ol>
    </div>
  )
}

type ChartsProps = { team: Team; measures: readonly BriefMeasure[]; projectId: string }

function Charts({ team, measures, projectId }: ChartsProps) {
  const own = measures.filter((measure) => team.measures.some(({ id }) => id === measure.id))
  return (
    <div>
      <h4>Charts</h4>
      {own.length === 0 ? (
        <p className="text-ink-soft">None of its own: it is followed by the measures of all teams.</p>
      ) : null}
      <ul className="space-y-4">
        {own.map((measure) => (
          <li key={measure.id}>
            <MeasureSummary
              measure={measure}
              heading={
                <p>
                  <TextLink href={`/dashboard/projects/${projectId}/measures/${measure.id}`}>
                    {measure.title}
                  </TextLink>
                </p>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
