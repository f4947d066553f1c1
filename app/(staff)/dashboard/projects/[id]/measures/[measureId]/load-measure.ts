import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../../../_apollo/server.ts'
import { MeasurePageDocument, type MeasurePageQuery } from './measure.generated.ts'

export type MeasureView = NonNullable<MeasurePageQuery['measure']>

/** How many of the latest points are listed for correcting. */
const LISTED = 50

/** The measure of an address; the title and the page ask for it once together. */
export const loadMeasure: (id: string, asRun: boolean) => Promise<MeasureView> = cache(async (id, asRun) => {
  const { measure } = await query(MeasurePageDocument, { id, kind: asRun ? 'RUN' : 'XMR', first: LISTED })
  return measure ?? notFound()
})
