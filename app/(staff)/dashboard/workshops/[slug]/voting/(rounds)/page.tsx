import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../../../_ui/button-link.tsx'
import { Empty } from '../../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../../_ui/page-heading.tsx'
import { LiveWorkshop } from '../../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../../load-workshop.ts'
import { VotingPageDocument } from '../voting.generated.ts'
import { RoundCard } from './round-card.tsx'

/** "Voting: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Voting', props)
}

/** The voting rounds of the workshop, the latest first. */
export default async function VotingPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop } = await query(VotingPageDocument, { slug })
  if (!workshop) notFound()
  const { rounds, putForward } = workshop
  const path = `/dashboard/workshops/${slug}/voting`
  const waiting = rounds.some(({ state }) => state !== 'CLOSED')
  return (
    <>
      <PageHeading
        above={workshop.title}
        title="Voting"
        actions={
          rounds.length > 0 && !waiting ? (
            <ButtonLink href={`${path}/new`} variant="secondary">
              Set up another round
            </ButtonLink>
          ) : null
        }
      />
      {rounds.length === 0 ? (
        <Empty
          title="No voting round yet"
          action={<ButtonLink href={`${path}/new`}>Set up a voting round</ButtonLink>}
        >
          <p>
            A round is one vote: how many dots each person has, and how many issues are taken forward. It
            opens on the issues that are put forward at that moment: now{' '}
            {plural(putForward.totalCount, 'issue')}.
          </p>
          {putForward.totalCount === 0 ? (
            <p className="mt-2">
              <Link
                href={`/dashboard/workshops/${slug}/issues`}
                className="inline-flex min-h-11 items-center"
              >
                Put issues forward first
              </Link>
            </p>
          ) : null}
        </Empty>
      ) : (
        <ol className="space-y-6">
          {rounds.map((round) => (
            <RoundCard key={round.id} round={round} path={path} timeZone={workshop.timeZone} />
          ))}
        </ol>
      )}
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
