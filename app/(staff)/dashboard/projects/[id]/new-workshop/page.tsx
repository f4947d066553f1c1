import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { TimeZones } from '../../../time-zones.tsx'
import { loadProject } from '../load-project.ts'
import { NewWorkshopForm } from './new-workshop-form.tsx'

export const metadata: Metadata = { title: 'Create a workshop' }

/** A workshop begins with a title, its days and a template. */
export default async function NewWorkshopPage({ params }: { params: Promise<{ id: string }> }) {
  const project = await loadProject((await params).id)
  if (!project.viewerCanEdit) forbidden()
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
        title="Create a workshop"
        lead="You become its facilitator. Tables, steps and the number of dots can be changed afterwards."
      />
      <NewWorkshopForm projectId={project.id} />
      <p className="mt-8">
        Was it run before?{' '}
        <TextLink href={`/dashboard/projects/${project.id}/import-workshop`}>
          Import it from an archive
        </TextLink>
      </p>
      <TimeZones />
    </>
  )
}
