import Link from 'next/link'
import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { Empty } from '../../../../_ui/empty.tsx'
import { PhaseTag } from '../../../../_ui/phase-tag.tsx'
import { ShowMore } from '../../../../_ui/show-more.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import type { DashboardProjectsQuery } from './dashboard.generated.ts'
import { ProjectNow } from './project-now.tsx'

type Project = DashboardProjectsQuery['projects']['edges'][number]['node']
type Props = { projects: readonly Project[]; total: number; moreHref: string }

/** The Lab's projects, each with its challenge and where it stands. */
export function Projects({ projects, total, moreHref }: Props) {
  if (projects.length === 0) {
    return (
      <div className="mt-3">
        <Empty
          title="Create your first project"
          headingLevel="h3"
          action={<ButtonLink href="/dashboard/projects/new">Create a project</ButtonLink>}
        >
          <p>
            A project is one challenge that the Lab works on for 9 to 12 months: “What would it take to…?” Its
            workshops, issues and priorities are kept together in it.
          </p>
        </Empty>
      </div>
    )
  }
  return (
    <>
      <ul className="mt-3 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {projects.map(({ id, title, challenge, phase, archivedAt, workshops, ...now }) => (
          <li key={id}>
            <Card className="flex h-full flex-col gap-2">
              <h3>
                <Link href={`/dashboard/projects/${id}`}>{title}</Link>
              </h3>
              <div className="flex-1">
                {/* A clamped text that its row stretches shows the lines it hides. */}
                <p className="line-clamp-3">{challenge}</p>
              </div>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <PhaseTag phase={phase} />
                {archivedAt ? <Tag>Archived</Tag> : null}
                <span className="text-ink-soft">{plural(workshops.totalCount, 'workshop')}</span>
              </p>
              <ProjectNow project={now} checkInsHref={`/dashboard/projects/${id}/check-ins`} />
            </Card>
          </li>
        ))}
      </ul>
      <ShowMore href={moreHref} shown={projects.length} total={total} noun="projects" />
    </>
  )
}
