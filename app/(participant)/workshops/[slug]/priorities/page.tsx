import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GraphQLProvider } from '../../../../_apollo/provider.tsx'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { Empty } from '../../../../_ui/empty.tsx'
import { Notice } from '../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { Toasts } from '../../../../_ui/toasts.tsx'
import { LivePage } from '../live-page.tsx'
import { writingIn } from '../writing.ts'
import { PrioritiesPageDocument, type PrioritiesPageQuery } from './priorities.generated.ts'
import { PriorityCard } from './priority-card.tsx'
import { StatementBlock } from './statement-block.tsx'
import { StatementOutbox } from './statement-outbox.tsx'
import { WriteStatement } from './write-statement.tsx'

export const metadata: Metadata = { title: 'Priorities' }

type Props = { params: Promise<{ slug: string }> }

/** What is taken forward: each issue, how it was reworded, and why it is important. */
export default async function PrioritiesPage({ params }: Props) {
  const { slug } = await params
  const { workshop } = await query(PrioritiesPageDocument, { slug })
  if (!workshop) notFound()
  const { priorities, rounds, viewerCan, viewerSeat } = workshop
  const writing = writingIn(workshop, 'REFRAME', viewerCan.writeStatements)
  const choices = priorities.map(({ id, option }) => ({ id, title: option.title }))
  const reasons = rounds.flatMap((round) =>
    round.prioritiesReason && round.priorities.length > 0
      ? [{ id: round.id, reason: round.prioritiesReason }]
      : [],
  )
  const content = (
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
      {writing && priorities.length > 0 ? (
        <section aria-label="Reword the priorities" className="mb-8 max-w-prose empty:hidden">
          <WriteStatement {...writing} workshopId={workshop.id} priorities={choices} />
        </section>
      ) : null}
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
              <PriorityCard priority={priority} workshop={workshop} priorities={choices} />
            </li>
          ))}
        </ol>
      )}
      <OtherStatements workshop={workshop} priorities={choices} />
      <Toasts />
      <LivePage
        slug={slug}
        pulse={workshop.pulse}
        news="The priorities have changed. This page shows them now."
      />
    </>
  )
  // Readers who write nothing need no Apollo.
  if (viewerSeat === null && !viewerCan.run) return content
  return (
    <GraphQLProvider>
      {writing ? <StatementOutbox workshopId={workshop.id}>{content}</StatementOutbox> : content}
    </GraphQLProvider>
  )
}

type Workshop = NonNullable<PrioritiesPageQuery['workshop']>

/** Statements whose priorities are not declared any more. */
function OtherStatements({
  workshop,
  priorities,
}: {
  workshop: Workshop
  priorities: { id: string; title: string }[]
}) {
  const others = workshop.statements.filter((statement) => statement.priorities.length === 0)
  if (others.length === 0) return null
  return (
    <div className="mt-6 grid gap-6 lg:grid-cols-2">
      {others.map((statement) => (
        <Card key={statement.id} as="article">
          <p className="text-ink-soft">Its priority is not declared any more.</p>
          <StatementBlock {...{ statement, workshop, priorities }} />
        </Card>
      ))}
    </div>
  )
}
