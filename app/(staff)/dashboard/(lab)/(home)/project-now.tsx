import { BRIEF_STATUS_LABELS } from '#domain/briefs.ts'
import { plural } from '#domain/numbers.ts'
import { workshopsInWords } from '#domain/progress.ts'
import { dayOf } from '../../../../_ui/moments.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { DashboardProjectsQuery } from './dashboard.generated.ts'

type Node = DashboardProjectsQuery['projects']['edges'][number]['node']
type Props = { project: Pick<Node, 'progress' | 'timeZone'>; checkInsHref: string }

/** What happens in a project now: the next workshop, briefs, cycles, what is overdue, and when somebody last did something. */
export function ProjectNow({ project: { progress, timeZone }, checkInsHref }: Props) {
  const { briefCounts, runningCycles, overdueIdeaCount, lastActivityAt } = progress
  const workshops = workshopsInWords(progress)
  const briefs = briefCounts.map(
    ({ status, count }) => `${count} ${BRIEF_STATUS_LABELS[status].toLowerCase()}`,
  )
  return (
    <div className="space-y-1 border-t border-line pt-2 text-ink-soft">
      {workshops ? <p>{workshops}</p> : null}
      {briefs.length > 0 ? <p>Briefs: {briefs.join(', ')}</p> : null}
      {runningCycles > 0 ? <p>{plural(runningCycles, 'test cycle')} running</p> : null}
      {overdueIdeaCount ? (
        <p>
          <TextLink href={checkInsHref}>{plural(overdueIdeaCount, 'idea')} to ask about</TextLink>
        </p>
      ) : null}
      <p>Last activity {dayOf(lastActivityAt, timeZone)}</p>
    </div>
  )
}
