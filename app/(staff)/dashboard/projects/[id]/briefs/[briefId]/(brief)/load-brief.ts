import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../../../../_apollo/server.ts'
import { BriefPageDocument, type BriefPageQuery } from './brief.generated.ts'

export type BriefView = NonNullable<BriefPageQuery['brief']>

/** The brief of an address; the title and the page ask for it once together. */
export const loadBrief: (id: string) => Promise<BriefView> = cache(async (id) => {
  const { brief } = await query(BriefPageDocument, { id })
  return brief ?? notFound()
})
