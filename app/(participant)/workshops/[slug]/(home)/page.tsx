import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDayRange } from '#domain/dates.ts'
import { SEAT_ROLE_LABELS, type SeatRole } from '#domain/seats.ts'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { KeepSeat } from '../../(list)/keep-seat.tsx'
import { LivePage } from '../live-page.tsx'
import { Facts } from './facts.tsx'
import { WorkshopHomeDocument } from './home.generated.ts'
import { mainAction } from './main-action.ts'
import { OpenSteps } from './open-steps.tsx'
import { PrioritiesBrief } from './priorities-brief.tsx'
import { StepList } from './step-list.tsx'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Overview' }

/** Where we are, what I can do now, and what is still to come. */
export default async function WorkshopHomePage({ params }: Props) {
  const { viewer, workshop } = await query(WorkshopHomeDocument, { slug: (await params).slug })
  if (!workshop) notFound()
  const action = mainAction(workshop)
  const open = workshop.steps.filter((step) => step.state === 'OPEN')
  return (
    <>
      <PageHeading
        title={workshop.title}
        lead={workshop.project.challenge}
        above={[formatDayRange(workshop.startsOn, workshop.endsOn), workshop.venue]
          .filter(Boolean)
          .join(', ')}
      />
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="space-y-10">
          <section aria-labelledby="now">
            {workshop.viewerSeat ? <p className="mb-4">{seatInWords(workshop.viewerSeat)}</p> : null}
            <h2 id="now">{workshop.source ? 'What came of it' : 'Now'}</h2>
            <OpenSteps
              steps={open}
              round={workshop.currentRound}
              dotsPerVoter={workshop.dotsPerVoter}
              imported={workshop.source !== null}
            />
            {action ? (
              <p className="mt-4">
                <ButtonLink href={action.href}>{action.label}</ButtonLink>
              </p>
            ) : null}
            {workshop.viewerSeat ? (
              <p className="mt-2">
                <TextLink
                  href={`/workshops/${workshop.slug}/mine`}
                  className="inline-flex min-h-11 items-center"
                >
                  What became of my post-its
                </TextLink>
              </p>
            ) : null}
          </section>
          {workshop.viewerSeat && viewer && !viewer.email ? (
            <KeepSeat path={`/workshops/${workshop.slug}`} />
          ) : null}
          {workshop.priorities.length > 0 ? <PrioritiesBrief workshop={workshop} /> : null}
          {workshop.steps.length > 0 ? <StepList steps={workshop.steps} /> : null}
        </div>
        <Facts workshop={workshop} />
      </div>
      <LivePage
        slug={workshop.slug}
        pulse={workshop.pulse}
        news="The workshop has moved on. This page shows where it is now."
      />
    </>
  )
}

function seatInWords({
  displayName,
  role,
  table,
}: {
  displayName: string
  role: SeatRole
  table?: { code: string } | null
}) {
  if (table) return `You are here as ${displayName}, at table ${table.code}.`
  return `You are here as ${displayName}, ${SEAT_ROLE_LABELS[role].toLowerCase()}.`
}
