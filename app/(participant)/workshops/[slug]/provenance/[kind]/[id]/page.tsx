import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../../../_apollo/server.ts'
import { Notice } from '../../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { KIND_LABELS, readKind, stagesOf } from './chain.ts'
import { ProvenancePageDocument } from './provenance.generated.ts'
import { StageItem } from './stage-item.tsx'

export const metadata: Metadata = { title: 'Where it came from' }

type Props = { params: Promise<{ slug: string; kind: string; id: string }> }

/** The chain from the first post-it to the last comment, of which one link was asked about. It can be printed. */
export default async function ProvenancePage({ params }: Props) {
  const { slug, kind: named, id } = await params
  const kind = readKind(named)
  if (!kind) notFound()
  const { workshop, provenance } = await query(ProvenancePageDocument, { slug, kind, id })
  if (!workshop || !provenance?.of.path.startsWith(`/workshops/${workshop.slug}/`)) notFound()
  const stages = stagesOf(provenance)
  const all = stages.flatMap(({ links }) => links)
  const [one] = KIND_LABELS[kind]
  return (
    <>
      <PageHeading
        title="Where this came from and what became of it"
        lead={`${one}: “${provenance.of.title}”`}
      />
      {all.length === 1 ? (
        <Notice className="mb-6 max-w-prose">
          <p>Nothing is linked to it yet. What is made of it in later steps appears here.</p>
        </Notice>
      ) : null}
      <ol aria-label="The chain, from the first post-it on" className="ms-2">
        {stages.map((stage) => (
          <StageItem key={stage.kind} stage={stage} all={all} slug={slug} />
        ))}
      </ol>
    </>
  )
}
