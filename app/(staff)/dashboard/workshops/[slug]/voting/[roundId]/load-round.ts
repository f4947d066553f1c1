import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { query } from '../../../../../../_apollo/server.ts'
import { loadWorkshop } from '../../load-workshop.ts'
import { RoundPageDocument, type RoundPageQuery } from './round.generated.ts'

export type RoundWorkshop = NonNullable<RoundPageQuery['workshop']>
export type RoundView = NonNullable<RoundPageQuery['round']>
export type RoundParams = { params: Promise<{ slug: string; roundId: string }> }

/** A round with its workshop, for those who run it; a round of another workshop is not found here. */
export const loadRound: (
  slug: string,
  roundId: string,
) => Promise<{ workshop: RoundWorkshop; round: RoundView; path: string }> = cache(async (slug, roundId) => {
  await loadWorkshop(slug)
  const { workshop, round } = await query(RoundPageDocument, { slug, roundId })
  if (!workshop || !round || !workshop.rounds.some(({ id }) => id === round.id)) notFound()
  return { workshop, round, path: `/dashboard/workshops/${slug}/voting` }
})
