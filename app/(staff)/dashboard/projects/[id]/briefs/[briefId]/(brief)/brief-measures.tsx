import { Card } from '../../../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import { MeasureSummary } from '../../../measures/measure-summary.tsx'
import type { BriefChoices, BriefMeasure, BriefView } from './load-brief.ts'
import { JoinMeasure, LeaveMeasure } from './measure-acts.tsx'

type Props = { brief: BriefView; measures: readonly BriefMeasure[]; choices: BriefChoices }

/** What shows whether the brief reaches its aim: each measure with its small chart, and whose it is. */
export function BriefMeasures({ brief, measures, choices }: Props) {
  const home = `/dashboard/projects/${brief.project.id}/measures`
  const teamOf = (measureId: string) =>
    brief.teams.find((team) => team.measures.some(({ id }) => id === measureId))
  const free = choices.measures.filter(({ id }) => !measures.some((measure) => measure.id === id))
  return (
    <section aria-labelledby="measures" className="mt-10 border-t border-line pt-6">
      <h2 id="measures">Measures</h2>
      {measures.length === 0 ? (
        <p className="text-ink-soft">
          None yet. Join what shows whether the aim is reached, and what else might get worse.
        </p>
      ) : null}
      <ul className="mt-3 grid gap-4 lg:grid-cols-2">
        {measures.map((measure) => (
          <li key={measure.id} className="min-w-0">
            <Card className="h-full">
              <MeasureSummary
                measure={measure}
                heading={
                  <h3 className="wrap-anywhere">
                    <TextLink href={`${home}/${measure.id}`}>{measure.title}</TextLink>
                  </h3>
                }
              >
                <p className="text-ink-soft wrap-anywhere">
                  {teamOf(measure.id) ? `Of ${teamOf(measure.id)?.organisation} alone` : 'Of all teams'}
                </p>
                <Disclosure
                  summary={
                    <>
                      Change<span className="sr-only"> how “{measure.title}” is joined</span>
                    </>
                  }
                >
                  <div className="space-y-4">
                    {brief.teams.length > 0 ? (
                      <JoinMeasure
                        briefId={brief.id}
                        measure={{ id: measure.id, teamId: teamOf(measure.id)?.id ?? '' }}
                        measures={[]}
                        teams={brief.teams}
                      />
                    ) : null}
                    <LeaveMeasure briefId={brief.id} measureId={measure.id} />
                  </div>
                </Disclosure>
              </MeasureSummary>
            </Card>
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <Disclosure summary="Join a measure" className="mt-2">
          <JoinMeasure briefId={brief.id} measures={free} teams={brief.teams} />
        </Disclosure>
      ) : null}
      <p>
        <TextLink href={`${home}/new?brief=${brief.id}`} className="inline-flex min-h-11 items-center">
          Add a new measure for this brief
        </TextLink>
      </p>
    </section>
  )
}
