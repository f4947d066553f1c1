import { Notice } from '../../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { KIND_LABELS, stagesOf } from './chain.ts'
import type { ProvenancePageQuery } from './provenance.generated.ts'
import { StageItem } from './stage-item.tsx'

type Props = { provenance: NonNullable<ProvenancePageQuery['provenance']> }

/** The chain from the first post-it to what is measured, of which one link was asked about. It can be printed. */
export function ChainView({ provenance }: Props) {
  const stages = stagesOf(provenance)
  const all = stages.flatMap(({ links }) => links)
  const [one] = KIND_LABELS[provenance.of.kind]
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
          <StageItem key={stage.kind} stage={stage} all={all} />
        ))}
      </ol>
    </>
  )
}
