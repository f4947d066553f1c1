import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../../../_apollo/server.ts'
import { readKind } from './chain.ts'
import { ChainView } from './chain-view.tsx'
import { ProvenancePageDocument } from './provenance.generated.ts'

export const metadata: Metadata = { title: 'Where it came from' }

type Props = { params: Promise<{ slug: string; kind: string; id: string }> }

/** The chain of something that was written in a workshop. */
export default async function ProvenancePage({ params }: Props) {
  const { slug, kind: named, id } = await params
  const kind = readKind(named)
  if (!kind) notFound()
  const { workshop, provenance } = await query(ProvenancePageDocument, { slug, kind, id })
  if (!workshop || !provenance?.of.path.startsWith(`/workshops/${workshop.slug}/`)) notFound()
  return <ChainView provenance={provenance} />
}
