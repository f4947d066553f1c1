import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../_apollo/server.ts'
import { StaffWorkshopDocument, type StaffWorkshopQuery } from './frame.generated.ts'

export type WorkshopFrame = NonNullable<StaffWorkshopQuery['workshop']>
export type WorkshopParams = { params: Promise<{ slug: string }> }

/** The workshop of an address, for those who run it. Layout, title and page ask once together. */
export const loadWorkshop: (slug: string) => Promise<WorkshopFrame> = cache(async (slug) => {
  const { workshop } = await query(StaffWorkshopDocument, { slug })
  if (!workshop) notFound()
  if (!workshop.viewerCan.run) forbidden()
  return workshop
})

/** The title of one of a workshop's pages: "People: Peer support". */
export async function titleOf(page: string, { params }: WorkshopParams): Promise<{ title: string }> {
  const { title } = await loadWorkshop((await params).slug)
  return { title: `${page}: ${title}` }
}
