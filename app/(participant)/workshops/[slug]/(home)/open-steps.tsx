import { plural } from '#domain/numbers.ts'
import { ACTIVITY_LABELS } from '#domain/steps.ts'
import { dotsEach } from '#domain/votes.ts'
import { Card } from '../../../../_ui/card.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import type { WorkshopHomeQuery } from './home.generated.ts'

type Workshop = NonNullable<WorkshopHomeQuery['workshop']>
type Props = {
  steps: Workshop['steps']
  round: Workshop['currentRound']
  /** What the workshop has set, as long as no round is there. */
  dotsPerVoter: number
  imported: boolean
}

/** What goes on in the room at this moment, with what there is to do. */
export function OpenSteps({ steps, round, dotsPerVoter, imported }: Props) {
  if (steps.length === 0) {
    return (
      <p className="mt-1 max-w-prose">
        {imported
          ? 'This workshop is over. Its issues, votes, priorities and ideas can be read here.'
          : 'No step is open. This page shows the next one as soon as the facilitator opens it.'}
      </p>
    )
  }
  return (
    <ul className="mt-3 space-y-4">
      {steps.map((step) => (
        <li key={step.id}>
          <Card className="border-s-4 border-s-accent">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="text-lead">{step.title}</h3>
              <Tag tone="accent">Open now</Tag>
            </div>
            {step.instructions ? (
              <p className="mt-2 max-w-prose whitespace-pre-line">{step.instructions}</p>
            ) : null}
            {step.activity === 'VOTE' && round?.state !== 'CLOSED' ? (
              <p className="mt-2 max-w-prose">{dotsEach(round?.dotsPerVoter ?? dotsPerVoter)}</p>
            ) : null}
            {step.activity === 'VOTE' && round?.state !== 'OPEN' ? (
              <p className="mt-2 max-w-prose">
                {round?.state === 'CLOSED'
                  ? 'Voting has closed.'
                  : 'Voting has not been opened yet. Your dots appear here as soon as it is.'}
              </p>
            ) : null}
            <p className="mt-2 text-ink-soft">
              {ACTIVITY_LABELS[step.activity]}
              {step.plannedMinutes > 0 ? `, about ${plural(step.plannedMinutes, 'minute')}` : ''}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  )
}
