import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CYCLE_DECISION_LABELS, CYCLE_STATE_LABELS, CYCLE_STATES } from '#domain/cycles.ts'
import { query } from '../../../../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../../../../_ui/breadcrumbs.tsx'
import { CycleFeatures } from '../../../../../../../../_ui/cycle-features.tsx'
import { CycleTag } from '../../../../../../../../_ui/cycle-tag.tsx'
import { Disclosure } from '../../../../../../../../_ui/disclosure.tsx'
import { dayOf } from '../../../../../../../../_ui/moments.ts'
import { PageHeading } from '../../../../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../../../../_ui/text-link.tsx'
import { PlanCycle } from '../../(brief)/plan-cycle.tsx'
import { CyclePageDocument, type CyclePageQuery } from './cycle.generated.ts'
import { CycleParts } from './cycle-parts.tsx'
import { GoBack } from './go-back.tsx'

type Props = { params: Promise<{ id: string; briefId: string; cycleId: string }> }
export type CycleView = NonNullable<CyclePageQuery['testCycle']>

// The title and the page ask for the same; once is enough.
const load = cache(async (id: string): Promise<CycleView> => {
  const { testCycle } = await query(CyclePageDocument, { id })
  return testCycle ?? notFound()
})

/** Which cycle of which team. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const cycle = await load((await params).cycleId)
  return { title: `Cycle ${cycle.number}, ${cycle.team.organisation}` }
}

/** One cycle in its four parts, with the cycles before and after it. */
export default async function CyclePage({ params }: Props) {
  const { id, briefId, cycleId } = await params
  const cycle = await load(cycleId)
  const { brief } = cycle.team
  if (brief.id !== briefId || brief.project.id !== id) notFound()
  const home = `/dashboard/projects/${id}/briefs/${briefId}`
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: `/dashboard/projects/${id}/briefs`, label: 'Briefs' },
              { href: home, label: brief.title },
            ]}
          />
        }
        title={
          <span className="wrap-anywhere">
            Cycle {cycle.number}, {cycle.team.organisation}
          </span>
        }
        lead={<CycleTag state={cycle.state} decision={cycle.decision} />}
      />
      <CycleFeatures features={cycle.features} />
      <Ramp cycle={cycle} home={home} />
      <CycleParts cycle={cycle} />
      {cycle.viewerCanEdit && cycle.state === 'DONE' && cycle.next === null ? (
        <section aria-labelledby="next" className="mt-8">
          <h2 id="next">Plan the next cycle of the ramp</h2>
          <div className="mt-3">
            <PlanCycle home={home} teamId={cycle.team.id} previousId={cycle.id} />
          </div>
        </section>
      ) : null}
      {cycle.viewerCanEdit && cycle.state !== 'PLAN' ? (
        <Disclosure summary="Go back to an earlier part" className="mt-8">
          <GoBack
            key={cycle.state}
            cycleId={cycle.id}
            from={cycle.state}
            earlier={CYCLE_STATES.slice(0, CYCLE_STATES.indexOf(cycle.state))}
          />
        </Disclosure>
      ) : null}
      <History cycle={cycle} />
    </>
  )
}

function Ramp({ cycle, home }: { cycle: CycleView; home: string }) {
  const { previous, next } = cycle
  if (previous === null && next === null) return null
  return (
    <nav aria-label="Ramp" className="mt-4 flex flex-wrap gap-x-6">
      {previous ? (
        <TextLink href={`${home}/cycles/${previous.id}`} className="inline-flex min-h-11 items-center">
          Before: cycle {previous.number}
          {previous.decision ? `, ${CYCLE_DECISION_LABELS[previous.decision].toLowerCase()}` : ''}
        </TextLink>
      ) : null}
      {next ? (
        <TextLink href={`${home}/cycles/${next.id}`} className="inline-flex min-h-11 items-center">
          After: cycle {next.number}
        </TextLink>
      ) : null}
    </nav>
  )
}

function History({ cycle }: { cycle: CycleView }) {
  if (cycle.changes.length === 0) return null
  return (
    <section aria-labelledby="history" className="mt-8">
      <h2 id="history">History</h2>
      <ol className="mt-2 space-y-2">
        {cycle.changes.map(({ id, from, to, decision, reason, changedByName, changedAt }) => (
          <li key={id} className="wrap-anywhere">
            {dayOf(changedAt, cycle.team.brief.project.timeZone)}: {CYCLE_STATE_LABELS[from]} →{' '}
            {CYCLE_STATE_LABELS[to]}
            {decision ? ` (${CYCLE_DECISION_LABELS[decision].toLowerCase()})` : ''}
            {changedByName ? `, ${changedByName}` : ''}
            {reason ? <span className="block text-ink-soft">{reason}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
