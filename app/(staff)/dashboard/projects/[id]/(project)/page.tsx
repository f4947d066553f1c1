import type { Metadata } from 'next'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import { Notice } from '../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { loadProject } from '../load-project.ts'
import { ArchiveProject } from './archive-project.tsx'
import { Areas } from './areas.tsx'
import { ChangePhase } from './change-phase.tsx'
import { EditProject } from './edit-project.tsx'
import { PhaseHistory } from './phase-history.tsx'
import { PhaseNeeds } from './phase-needs.tsx'
import { PhaseSteps } from './phase-steps.tsx'
import { PriorityChains } from './priority-chains.tsx'
import { ProjectProgressSectionsDocument } from './progress.generated.ts'
import { ProjectWorkshops } from './project-workshops.tsx'

type Props = { params: Promise<{ id: string }> }

/** The project's own title. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadProject((await params).id)).title }
}

/** One project: its challenge, where it stands, and its workshops. */
export default async function ProjectPage({ params }: Props) {
  const { id } = await params
  const [project, found] = await Promise.all([
    loadProject(id),
    query(ProjectProgressSectionsDocument, { id }),
  ])
  const { viewerCanEdit, archivedAt } = project
  const { needs = [], priorities = [], overdueIdeaCount } = found.project?.progress ?? {}
  return (
    <>
      <PageHeading
        above={<Breadcrumbs steps={[{ href: '/dashboard', label: 'Dashboard' }]} />}
        title={project.title}
        lead={project.challenge}
        actions={
          viewerCanEdit && !archivedAt ? (
            <ButtonLink href={`/dashboard/projects/${id}/new-workshop`}>Create a workshop</ButtonLink>
          ) : null
        }
      />
      {archivedAt ? (
        <Notice
          className="mb-6"
          title={`This project was archived on ${dayOf(archivedAt, project.timeZone)}`}
        >
          <p>Everything in it is kept. Bring it back at the end of this page to work on it again.</p>
        </Notice>
      ) : null}
      {overdueIdeaCount ? (
        <Notice className="mb-6" title={`${plural(overdueIdeaCount, 'idea')} to ask about`}>
          <p>
            Their day has come and nobody has said what became of them.{' '}
            <TextLink href={`/dashboard/projects/${id}/check-ins`}>Say what became of them</TextLink>
          </p>
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="space-y-10">
          <section aria-labelledby="phase">
            <h2 id="phase">Phase</h2>
            <PhaseSteps phase={project.phase} />
            {viewerCanEdit ? <ChangePhase projectId={id} phase={project.phase} /> : null}
            <PhaseNeeds phase={project.phase} needs={needs} />
            <PhaseHistory project={project} />
          </section>
          <section aria-labelledby="priorities">
            <h2 id="priorities">What became of the priorities</h2>
            <PriorityChains projectId={id} priorities={priorities} />
          </section>
          <section aria-labelledby="briefs">
            <h2 id="briefs">Briefs</h2>
            <p>
              <TextLink
                href={`/dashboard/projects/${id}/briefs`}
                className="inline-flex min-h-11 items-center"
              >
                {project.briefs.totalCount === 0
                  ? 'Propose the first brief'
                  : plural(project.briefs.totalCount, 'brief')}
              </TextLink>
            </p>
          </section>
          <section aria-labelledby="workshops">
            <h2 id="workshops">Workshops</h2>
            <ProjectWorkshops project={project} />
          </section>
          {viewerCanEdit ? (
            <section aria-labelledby="measures">
              <h2 id="measures">Measures</h2>
              <p className="mt-1">
                <TextLink href={`/dashboard/projects/${id}/measures`}>
                  {project.measures.length > 0
                    ? `${plural(project.measures.length, 'measure')} and what the charts say`
                    : 'Begin to measure whether it gets better'}
                </TextLink>
              </p>
            </section>
          ) : null}
        </div>
        <Card as="section" aria-labelledby="areas">
          <h2 id="areas">Challenge areas</h2>
          <Areas projectId={id} areas={project.areas} canEdit={viewerCanEdit} />
        </Card>
      </div>
      {viewerCanEdit ? (
        <div className="mt-10 space-y-2 border-t border-line pt-4">
          <Disclosure summary="Change the title or the challenge">
            <EditProject id={id} title={project.title} challenge={project.challenge} />
          </Disclosure>
          <ArchiveProject id={id} title={project.title} archived={archivedAt !== null} />
        </div>
      ) : null}
    </>
  )
}
