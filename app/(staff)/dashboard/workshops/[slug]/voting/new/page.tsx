import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../../_ui/breadcrumbs.tsx'
import { Notice } from '../../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { readSearch, type SearchParams } from '../../../../search-params.ts'
import { loadWorkshop, titleOf, type WorkshopParams } from '../../load-workshop.ts'
import { RoundForm } from '../round-form.tsx'
import { VotingPageDocument } from '../voting.generated.ts'

type Props = WorkshopParams & { searchParams: SearchParams }

/** "Set up a voting round: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Set up a voting round', props)
}

/** The rules of a new round; one that replaces a closed round says why. */
export default async function NewRoundPage({ params, searchParams }: Props) {
  const [{ slug }, read] = await Promise.all([
    params.then(({ slug }) => loadWorkshop(slug)),
    readSearch(searchParams),
  ])
  const { workshop } = await query(VotingPageDocument, { slug })
  if (!workshop) notFound()
  const { id, rounds, dotsPerVoter, prioritiesToSelect } = workshop
  const replaced = rounds.find((round) => round.id === read('replaces') && round.state === 'CLOSED')
  const path = `/dashboard/workshops/${slug}/voting`
  return (
    <>
      <PageHeading
        above={<Breadcrumbs label="Voting" steps={[{ href: path, label: 'Voting' }]} />}
        title={replaced ? `Set up a round to replace “${replaced.title}”` : 'Set up a voting round'}
        lead="You see the ballot before voting opens, and can change these rules until the first dot is placed."
      />
      {replaced ? (
        <Notice className="mb-6 max-w-prose">
          <p>The closed round and its result stay, marked as replaced. People vote again on a new ballot.</p>
        </Notice>
      ) : null}
      <RoundForm
        workshopId={id}
        path={path}
        replacesRoundId={replaced?.id ?? null}
        round={{
          id: null,
          title: `Voting round ${rounds.length + 1}`,
          dotsPerVoter: replaced?.dotsPerVoter ?? dotsPerVoter,
          prioritiesToSelect: replaced?.prioritiesToSelect ?? prioritiesToSelect,
          hideUntilClose: true,
          shuffleOptions: true,
        }}
      />
    </>
  )
}
