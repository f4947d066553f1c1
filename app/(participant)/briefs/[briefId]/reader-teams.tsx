import { Card } from '../../../_ui/card.tsx'
import { CycleFeatures } from '../../../_ui/cycle-features.tsx'
import { CycleTag } from '../../../_ui/cycle-tag.tsx'
import type { ReaderBrief } from './page.tsx'

/** Who tests it, and how each test went. */
export function ReaderTeams({ teams }: { teams: ReaderBrief['teams'] }) {
  if (teams.length === 0) return null
  return (
    <section aria-labelledby="teams">
      <h2 id="teams">Tests</h2>
      <ul className="mt-3 space-y-4">
        {teams.map((team) => (
          <li key={team.id}>
            <Card className="space-y-3 wrap-anywhere">
              <h3>{team.organisation}</h3>
              {team.context ? <p className="whitespace-pre-line">{team.context}</p> : null}
              <ol className="space-y-4">
                {team.cycles.map((cycle) => (
                  <li key={cycle.id} id={`cycle-${cycle.id}`} className="scroll-mt-4 space-y-1">
                    <p className="font-bold">
                      Cycle {cycle.number} <CycleTag state={cycle.state} decision={cycle.decision} />
                    </p>
                    {cycle.question ? <p>{cycle.question}</p> : null}
                    {cycle.prediction ? <p>Predicted: {cycle.prediction}</p> : null}
                    {cycle.comparison ? <p>Learnt: {cycle.comparison}</p> : null}
                    {cycle.decisionReason ? <p className="text-ink-soft">{cycle.decisionReason}</p> : null}
                    <CycleFeatures features={cycle.features} />
                  </li>
                ))}
              </ol>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  )
}
