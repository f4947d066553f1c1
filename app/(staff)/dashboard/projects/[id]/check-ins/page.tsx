import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDay } from '#domain/dates.ts'
import { HORIZON_LABELS } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { readSearch, type SearchParams } from '../../../search-params.ts'
import { CheckInForm } from './check-in-form.tsx'
import { CheckInsPageDocument, type DueIdeaFragment } from './check-ins.generated.ts'

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export const metadata: Metadata = { title: 'Ideas to ask about' }

/** Ideas whose day has come, each with a place to say what became of it. The mails of the due day lead here, and an idea's own page with the idea named. */
export default async function CheckInsPage({ params, searchParams }: Props) {
  const { id } = await params
  const ideaId = (await readSearch(searchParams))('idea')
  const { project, idea: named } = await query(CheckInsPageDocument, { id, ideaId, one: ideaId !== '' })
  if (!project) notFound()
  const { overdueIdeas, overdueIdeaCount } = project.progress
  const first = named?.viewerCanCheckIn && named.workshop.project.id === id ? [named] : []
  const ideas = [...first, ...overdueIdeas.filter((idea) => idea.id !== first[0]?.id)]
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
        title="Ideas to ask about"
        lead="Ideas for the next four weeks and the next year whose day has come. What you say lands in the timelines of their briefs, and those who wrote them see it."
      />
      {ideas.length === 0 ? (
        <Empty title="Nothing to ask about">
          <p>
            Four weeks and one year after a workshop its ideas for that time stand here, until somebody says
            what became of them.
          </p>
        </Empty>
      ) : (
        <ul className="space-y-4">
          {ideas.map((idea) => (
            <li key={idea.id}>
              <DueIdea projectId={project.id} idea={idea} />
            </li>
          ))}
        </ul>
      )}
      {(overdueIdeaCount ?? 0) > overdueIdeas.length ? (
        <p className="mt-4">
          These are the {overdueIdeas.length} due longest of {plural(overdueIdeaCount ?? 0, 'idea')}.
        </p>
      ) : null}
    </>
  )
}

function DueIdea({ projectId, idea }: { projectId: string; idea: DueIdeaFragment }) {
  const { id, text, truncated, horizon, dueOn, workshop, briefs } = idea
  return (
    <Card>
      <p className="text-body font-bold whitespace-pre-line wrap-anywhere">
        <TextLink href={`/workshops/${workshop.slug}/ideas/${id}`}>{text}</TextLink>
        {truncated ? <span className="font-normal text-ink-soft"> (text cut off in the source)</span> : null}
      </p>
      <p className="text-ink-soft wrap-anywhere">
        {HORIZON_LABELS[horizon]}
        {dueOn ? `, due ${formatDay(dueOn)}` : ''}, {workshop.title}
      </p>
      <p className="text-ink-soft wrap-anywhere">
        {briefs.length === 0 ? 'In no brief' : 'In '}
        {briefs.map((brief, at) => (
          <span key={brief.id}>
            {at > 0 ? ', ' : ''}
            <TextLink href={`/dashboard/projects/${projectId}/briefs/${brief.id}`}>{brief.title}</TextLink>
          </span>
        ))}
      </p>
      <Disclosure
        summary={
          <>
            Say what became of it<span className="sr-only">: {text.slice(0, 60)}</span>
          </>
        }
      >
        <CheckInForm ideaId={id} />
      </Disclosure>
    </Card>
  )
}
