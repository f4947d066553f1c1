import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../_apollo/server.ts'
import { ProjectPageDocument, type ProjectPageQuery } from './project.generated.ts'

export type ProjectView = NonNullable<ProjectPageQuery['project']>

/** The project of an address; the title and the page ask for it once together. */
export const loadProject: (id: string) => Promise<ProjectView> = cache(async (id) => {
  const { project } = await query(ProjectPageDocument, { id, workshops: 100 })
  return project ?? notFound()
})
