import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BRIEF_STATUS_LABELS, BRIEF_STATUSES } from '#domain/briefs.ts'
import { formatDay } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../../_ui/breadcrumbs.tsx'
import { Card } from '../../../../../../_ui/card.tsx'
import { Empty } from '../../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../../_ui/text-link.tsx'
import { BriefsPageDocument, type BriefsPageQuery } from './briefs.generated.ts'
import { CreateBrief } from './create-brief.tsx'

type Props = { params: Promise<{ id: string }> }
type Project = NonNullable<BriefsPageQuery['project']>
type Brief = Project['briefs']['edges'][number]['node']

export const metadata: Metadata = { title: 'Briefs' }

/** The briefs of a project by their status, and a form to propose one. */
export default async function BriefsPage({ params }: Props) {
  const { project } = await query(BriefsPageDocument, { id: (await params).id, first: 100 })
  if (!project) notFound()
  const briefs = project.briefs.edges.map(({ node }) => node)
  const groups = BRIEF_STATUSES.map((status) => ({
    status,
    briefs: briefs.filter((brief) => brief.status === status),
  })).filter((group) => group.briefs.length > 0)
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: '/dashboard', label: 'Dashboard' },
              { href: `/dashboard/projects/${project.id}`, label: project.title },
            ]}
          />
        }
        title="Briefs"
        lead="Pieces of work that the project takes on, made from statements and ideas of its workshops."
      />
      {briefs.length === 0 ? (
        <Empty title="No briefs yet">
          <p>A brief joins ideas into work with an aim and an owner. Staff propose the first one below.</p>
        </Empty>
      ) : null}
      <div className="space-y-8">
        {groups.map((group) => (
          <section key={group.status} aria-labelledby={`status-${group.status}`}>
            <h2 id={`status-${group.status}`}>
              {BRIEF_STATUS_LABELS[group.status]} ({group.briefs.length})
            </h2>
            <ul className="mt-3 space-y-4">
              {group.briefs.map((brief) => (
                <li key={brief.id}>
                  <BriefCard projectId={project.id} brief={brief} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {project.briefs.totalCount > briefs.length ? (
        <p className="mt-4">
          These are the latest {briefs.length} of {plural(project.briefs.totalCount, 'brief')}.
        </p>
      ) : null}
      {project.viewerCanEdit ? (
        <section aria-labelledby="propose" className="mt-10 border-t border-line pt-6">
          <h2 id="propose">Propose a brief</h2>
          <CreateBrief projectId={project.id} workshops={sourcesOf(project)} />
        </section>
      ) : null}
    </>
  )
}

function BriefCard({ projectId, brief }: { projectId: string; brief: Brief }) {
  const facts = [
    brief.ownerName ? `Owner: ${brief.ownerName}` : 'No owner yet',
    brief.targetDate ? `target ${formatDay(brief.targetDate)}` : null,
    brief.publishedAt ? 'published' : 'kept inside',
    brief.commentCount > 0 ? plural(brief.commentCount, 'comment') : null,
  ]
  return (
    <Card>
      <h3 className="wrap-anywhere">
        <TextLink href={`/dashboard/projects/${projectId}/briefs/${brief.id}`}>{brief.title}</TextLink>
      </h3>
      <p className="text-ink-soft wrap-anywhere">{facts.filter(Boolean).join(', ')}</p>
    </Card>
  )
}

function sourcesOf({ workshops }: Project) {
  return workshops.edges.map(({ node }) => ({
    id: node.id,
    title: node.title,
    statements: node.statements,
    ideas: node.ideas.edges.map((edge) => edge.node),
  }))
}
