import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'
import { Notice } from '../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { LivePage } from '../live-page.tsx'
import { PrioritiesPageDocument } from './priorities.generated.ts'
import { PriorityCard } from './priority-card.tsx'

export const metadata: Metadata = { title: 'Priorities' }

type Props = { params: Promise<{ slug: string }> }

/** What is taken forward: each issue, how it was reworded, and why it is important. */
export default async function PrioritiesPage({ params }: Props) {
  const { slug } = await params
  const { workshop } = await query(PrioritiesPageDocument, { slug })
  if (!workshop) notFound()
  const { priorities, areas, rounds } = workshop
  const reasons = rounds.flatMap((round) =>
    round.prioritiesReason && round.priorities.length > 0
      ? [{ id: round.id, reason: round.prioritiesReason }]
      : [],
  )
  return (
    <>
      <PageHeading
        title="Priorities"
        lead={
          priorities.length > 0
            ? 'The issues that the vote takes forward, in the words of those who worked on them.'
            : undefined
        }
      />
      {reasons.map(({ id, reason }) => (
        <Notice key={id} title="Why these" className="mb-6 max-w-prose">
          <p>{reason}</p>
        </Notice>
      ))}
      {priorities.length === 0 ? (
        <Empty
          title="No priorities yet"
          action={
            <ButtonLink variant="secondary" href={`/workshops/${slug}/results`}>
              Go to the results
            </ButtonLink>
          }
        >
          <p>
            When voting has closed, a facilitator declares which issues are taken forward. They stand here.
          </p>
        </Empty>
      ) : (
        <ol className="grid gap-6 lg:grid-cols-2">
          {priorities.map((priority) => (
            <li key={priority.id}>
              <PriorityCard priority={priority} areas={areas} slug={slug} />
            </li>
          ))}
        </ol>
      )}
      <LivePage
        slug={slug}
        pulse={workshop.pulse}
        news="The priorities have changed. This page shows them now."
      />
    </>
  )
}
