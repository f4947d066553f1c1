import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { loadProject } from '../load-project.ts'
import { ImportForm } from './import-form.tsx'

export const metadata: Metadata = { title: 'Import a workshop' }

/** A workshop that was saved as an archive, made again in this project. */
export default async function ImportWorkshopPage({ params }: { params: Promise<{ id: string }> }) {
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
        title="Import a workshop"
        lead="From an archive of its write-up. Everything in it is made, or nothing is."
      />
      <ImportForm projectId={project.id} />
    </>
  )
}
