import type { Metadata } from 'next'
import { Breadcrumbs } from '../../../../../../../_ui/breadcrumbs.tsx'
import { PageHeading } from '../../../../../../../_ui/page-heading.tsx'
import { RoundStateTag } from '../../../../../../../_ui/round-state-tag.tsx'
import { LiveWorkshop } from '../../../live-workshop.tsx'
import { loadRound, type RoundParams } from '../load-round.ts'
import { ClosedRound } from './closed-round.tsx'
import { DraftRound } from './draft-round.tsx'
import { OpenRound } from './open-round.tsx'

/** The round's own title. */
export async function generateMetadata({ params }: RoundParams): Promise<Metadata> {
  const { slug, roundId } = await params
  const { workshop, round } = await loadRound(slug, roundId)
  return { title: `${round.title}: ${workshop.title}` }
}

/** One voting round, from its rules to its priorities. */
export default async function RoundPage({ params }: RoundParams) {
  const { slug, roundId } = await params
  const loaded = await loadRound(slug, roundId)
  const { workshop, round, path } = loaded
  return (
    <>
      <PageHeading
        above={<Breadcrumbs label="Voting" steps={[{ href: path, label: 'Voting' }]} />}
        title={round.title}
        lead={<RoundStateTag state={round.state} />}
      />
      {round.replacesRound ? (
        <p className="mb-6 max-w-prose">
          It replaces “{round.replacesRound.title}”. {round.replaceReason}
        </p>
      ) : null}
      {round.state === 'DRAFT' ? <DraftRound {...loaded} /> : null}
      {round.state === 'OPEN' ? <OpenRound {...loaded} /> : null}
      {round.state === 'CLOSED' ? <ClosedRound {...loaded} /> : null}
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
