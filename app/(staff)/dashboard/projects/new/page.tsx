import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Breadcrumbs } from '../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { staffViewer } from '../../../staff-viewer.ts'
import { NewProjectForm } from './new-project-form.tsx'

export const metadata: Metadata = { title: 'Create a project' }

/** A project begins with its challenge and its areas. */
export default async function NewProjectPage() {
  const viewer = await staffViewer()
  if (!viewer.canCreateProjects) forbidden()
  return (
    <>
      <PageHeading
        above={<Breadcrumbs steps={[{ href: '/dashboard', label: 'Dashboard' }]} />}
        title="Create a project"
        lead="It begins in the discovery phase. You can change all of this later."
      />
      <NewProjectForm />
    </>
  )
}
