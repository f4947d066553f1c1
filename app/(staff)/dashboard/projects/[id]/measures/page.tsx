import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { loadProject } from '../load-project.ts'
import { MeasureCard } from './measure-card.tsx'
import { MeasuresPageDocument } from './measures.generated.ts'

type Props = { params: Promise<{ id: string }> }

/** Named after the project, since several may stand open beside each other. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Measures of ${(await loadProject((await params).id)).title}` }
}

/** What the project follows over time: each measure with its latest value and what its chart says. */
export default async function MeasuresPage({ params }: Props) {
  const { id } = await params
  if (!(await loadProject(id)).viewerCanEdit) forbidden()
  const { project } = await query(MeasuresPageDocument, { id })
  if (!project) notFound()
  const add = <ButtonLink href={`/dashboard/projects/${id}/measures/new`}>Add a measure</ButtonLink>
  const kept = project.measures.filter(({ archivedAt }) => archivedAt === null)
  const archived = project.measures.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: '/dashboard', label: 'Dashboard' },
              { href: `/dashboard/projects/${id}`, label: project.title },
            ]}
          />
        }
        title="Measures"
        lead="What the project follows over time, and whether it changes by more than chance."
        actions={kept.length > 0 ? add : null}
      />
      {kept.length > 0 ? (
        <ul className="grid gap-4 lg:grid-cols-2">
          {kept.map((measure) => (
            <MeasureCard key={measure.id} projectId={id} measure={measure} />
          ))}
        </ul>
      ) : (
        <Empty title="No measures yet" action={add}>
          <p>
            A measure is a number that you collect again and again: whether what you aim at gets better,
            whether you do what you meant to, and whether something else gets worse. Its chart comes with the
            first points.
          </p>
        </Empty>
      )}
      {archived.length > 0 ? (
        <Disclosure summary={`Archived measures (${archived.length})`} className="mt-6">
          <ul className="grid gap-4 lg:grid-cols-2">
            {archived.map((measure) => (
              <MeasureCard key={measure.id} projectId={id} measure={measure} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}
