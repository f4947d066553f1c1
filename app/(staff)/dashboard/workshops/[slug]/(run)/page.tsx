import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { formatDayRange } from '#domain/dates.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Card } from '../../../../../_ui/card.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { RoundStateTag } from '../../../../../_ui/round-state-tag.tsx'
import { ReadingProgress } from '../ideas/reading-progress.tsx'
import { LiveTurnout } from '../live-turnout.tsx'
import { LiveWorkshop } from '../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { Figures } from './figures.tsx'
import { MainAct } from './main-act.tsx'
import { Room } from './room.tsx'
import { RunPageDocument } from './run.generated.ts'
import { StepList } from './step-list.tsx'

/** "Run: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Run', props)
}

/** Where the workshop is, and the one thing to do now. */
export default async function RunPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop } = await query(RunPageDocument, { slug })
  if (!workshop) notFound()
  const { steps, rounds, startsOn, endsOn, venue, timeZone } = workshop
  const running = steps.filter(({ state }) => state === 'OPEN')
  const critiquing = running.some(({ activity }) => activity === 'CRITIQUE')
  const open = rounds.find(({ state }) => state === 'OPEN')
  return (
    <>
      <PageHeading
        above={[formatDayRange(startsOn, endsOn), venue].filter(Boolean).join(', ')}
        title={workshop.title}
      />
      <div className="grid gap-8 lg:grid-cols-[2fr_1fr] lg:items-start">
        <Card as="section" aria-labelledby="now" className="border-s-4 border-s-accent">
          <h2 id="now">
            {running.length > 0 ? `Now: ${running.map(({ title }) => title).join(', ')}` : 'Now'}
          </h2>
          {open?.turnout ? (
            <div className="mt-3 mb-4">
              <p className="mb-2 flex flex-wrap items-center gap-2">
                <RoundStateTag state="OPEN" /> {open.title}
              </p>
              <LiveTurnout roundId={open.id} rendered={open.turnout} dotsPerVoter={open.dotsPerVoter} />
            </div>
          ) : null}
          <div className="mt-3">
            <MainAct workshop={workshop} />
          </div>
        </Card>
        <Room workshop={workshop} />
        {steps.length > 0 ? (
          <section aria-labelledby="steps" className="lg:col-start-1">
            <h2 id="steps">Steps</h2>
            <StepList steps={steps} timeZone={timeZone} />
            <p className="mt-2">
              <Link
                href={`/dashboard/workshops/${slug}/set-up#steps`}
                className="inline-flex min-h-11 items-center"
              >
                Change the steps or their order
              </Link>
            </p>
          </section>
        ) : null}
        <Figures workshop={workshop} />
        {critiquing && workshop.readingProgress ? (
          <section aria-labelledby="reading" className="lg:col-start-1">
            <h2 id="reading" className="mb-2">
              Reading across
            </h2>
            <ReadingProgress
              readings={workshop.readingProgress}
              read={workshop.read.totalCount}
              ideas={workshop.ideas.totalCount}
            />
          </section>
        ) : null}
      </div>
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
