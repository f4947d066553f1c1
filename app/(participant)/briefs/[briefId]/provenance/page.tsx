import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../_apollo/server.ts'
import { ChainView } from '../../../workshops/[slug]/provenance/[kind]/[id]/chain-view.tsx'
import { BriefChainDocument } from './brief-chain.generated.ts'

export const metadata: Metadata = { title: 'Where it came from' }

/** The chain of a brief: the words that it joins and where those came from, its tests, and what is measured. */
export default async function BriefChainPage({ params }: { params: Promise<{ briefId: string }> }) {
  const { provenance } = await query(BriefChainDocument, { id: (await params).briefId })
  if (!provenance) notFound()
  return <ChainView provenance={provenance} />
}
