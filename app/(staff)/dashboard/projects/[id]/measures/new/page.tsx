import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { Breadcrumbs } from '../../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { loadProject } from '../../load-project.ts'
import { NewMeasureForm } from './new-measure-form.tsx'

export const metadata: Metadata = { title: 'Add a measure' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ brief?: string | string[] }> }

/** A measure begins with what it measures, and which way is better. */
export default async function NewMeasurePage({ params, searchParams }: Props) {
  const project = await loadProject((await params).id)
  if (!project.viewerCanEdit) forbidden()
  const { brief } = await searchParams
  const here = `/dashboard/projects/${project.id}`
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: '/dashboard', label: 'Dashboard' },
              { href: here, label: project.title },
              { href: `${here}/measures`, label: 'Measures' },
            ]}
          />
        }
        title="Add a measure"
        lead="Points come afterwards, one by one or pasted from a spreadsheet."
      />
      <NewMeasureForm projectId={project.id} briefId={typeof brief === 'string' ? brief : null} />
    </>
  )
}
