import Link from 'next/link'
import { valueInWords } from '#domain/chart-words.ts'
import { CYCLE_DECISION_LABELS } from '#domain/cycles.ts'
import { formatDay } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { BriefStatusTag } from '../../../../../_ui/brief-status-tag.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import type { ProjectProgressSectionsQuery } from './progress.generated.ts'

type Priority = NonNullable<ProjectProgressSectionsQuery['project']>['progress']['priorities'][number]
type Brief = Priority['briefs'][number]

type Props = { projectId: string; priorities: readonly Priority[] }

/** Every priority with what became of it: ideas, briefs, test cycles with their latest decision, and the latest value measured. */
export function PriorityChains({ projectId, priorities }: Props) {
  if (priorities.length === 0) {
    return (
      <p className="mt-1 max-w-prose text-ink-soft">
        Once a workshop has voted and its priorities are declared, they stand here with what became of them.
      </p>
    )
  }
  return (
    <ul className="mt-3 space-y-4">
      {priorities.map(({ id, option, workshop, ideaCount, briefs }) => (
        <li key={id}>
          <Card>
            <h3 className="wrap-anywhere">
              <Link href={`/workshops/${workshop.slug}/provenance/priority/${id}`}>{option.title}</Link>
            </h3>
            <p className="text-ink-soft wrap-anywhere">
              {[workshop.title, counted(ideaCount, 'idea'), counted(briefs.length, 'brief')].join(', ')}
            </p>
            {briefs.length > 0 ? (
              <ul className="mt-2 divide-y divide-line border-t border-line">
                {briefs.map((brief) => (
                  <li key={brief.id} className="py-2">
                    <BriefChain projectId={projectId} brief={brief} />
                  </li>
                ))}
              </ul>
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function counted(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s yet` : plural(count, noun)
}

function BriefChain({ projectId, brief }: { projectId: string; brief: Brief }) {
  const { id, title, status, measures } = brief
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
        <TextLink href={`/dashboard/projects/${projectId}/briefs/${id}`}>{title}</TextLink>
        <BriefStatusTag status={status} />
      </p>
      <p className="text-ink-soft">{cyclesInWords(brief)}</p>
      {measures.map((measure) =>
        measure.latestPoint ? (
          <p key={measure.id} className="wrap-anywhere">
            <TextLink href={`/dashboard/projects/${projectId}/measures/${measure.id}`}>
              {measure.title}
            </TextLink>
            : <span className="tally font-bold">{valueInWords(measure.latestPoint.value, measure.unit)}</span>{' '}
            on {formatDay(measure.latestPoint.day)}
          </p>
        ) : null,
      )}
    </>
  )
}

function cyclesInWords({ teams }: Brief): string {
  const cycles = teams.flatMap((team) => team.cycles)
  const [latest] = cycles
    .filter(({ decision }) => decision !== null)
    .toSorted((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt))
  if (cycles.length === 0) return 'No test cycles yet'
  const counted = plural(cycles.length, 'test cycle')
  return latest?.decision
    ? `${counted}, decided last: ${CYCLE_DECISION_LABELS[latest.decision].toLowerCase()}`
    : counted
}
