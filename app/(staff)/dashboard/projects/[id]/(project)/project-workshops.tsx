import Link from 'next/link'
import { formatDayRange } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { participantsInWords } from '#domain/seats.ts'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { RoundStateTag } from '../../../../../_ui/round-state-tag.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import type { ProjectView } from '../load-project.ts'

/** The project's workshops, the latest first, each with how far it has come. */
export function ProjectWorkshops({ project }: { project: ProjectView }) {
  const { id, viewerCanEdit, workshops } = project
  if (workshops.edges.length === 0) {
    return (
      <div className="mt-3">
        <Empty
          title="No workshops yet"
          headingLevel="h3"
          action={
            viewerCanEdit ? (
              <ButtonLink href={`/dashboard/projects/${id}/new-workshop`} variant="secondary">
                Create a workshop
              </ButtonLink>
            ) : null
          }
        >
          <p>
            A workshop is one event, of a day or more, at which people write issues and vote on them. The
            two-day template brings its tables and steps.
          </p>
        </Empty>
      </div>
    )
  }
  return (
    <ul className="mt-3 space-y-4">
      {workshops.edges.map(({ node }) => (
        <li key={node.id}>
          <Card>
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h3>
                <Link href={`${node.viewerCan.run ? '/dashboard' : ''}/workshops/${node.slug}`}>
                  {node.title}
                </Link>
              </h3>
              {node.archivedAt ? <Tag>Archived</Tag> : null}
              {node.currentRound ? <RoundStateTag state={node.currentRound.state} /> : null}
            </div>
            <p>{[formatDayRange(node.startsOn, node.endsOn), node.venue].filter(Boolean).join(', ')}</p>
            <p className="tally text-ink-soft">
              {[
                participantsInWords(node) ?? 'no participants yet',
                plural(node.issueCount, 'issue'),
                plural(node.dotCount, 'dot'),
              ].join(', ')}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  )
}
