import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { formatDay } from '#domain/dates.ts'
import { Breadcrumbs } from '../../../../../../../_ui/breadcrumbs.tsx'
import { BriefStatusTag } from '../../../../../../../_ui/brief-status-tag.tsx'
import { BriefTimeline } from '../../../../../../../_ui/brief-timeline.tsx'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { PageHeading } from '../../../../../../../_ui/page-heading.tsx'
import { AddDriver } from './add-driver.tsx'
import { AddTeam } from './add-team.tsx'
import { AddUpdate } from './add-update.tsx'
import { BriefMeasures } from './brief-measures.tsx'
import { ChangeStatus } from './change-status.tsx'
import { Contributors } from './contributors.tsx'
import { Drivers } from './drivers.tsx'
import { EditBrief } from './edit-brief.tsx'
import { type BriefView, loadBrief, loadBriefMeasures, loadChoices } from './load-brief.ts'
import { PublishBrief } from './publish-brief.tsx'
import { Sources } from './sources.tsx'
import { Teams } from './teams.tsx'
import { WatchFors } from './watch-fors.tsx'

type Props = { params: Promise<{ id: string; briefId: string }> }

/** The brief's own title. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadBrief((await params).briefId)).title }
}

/** One brief: what it is for, what it joins, what drives it, who tests it, and what happened so far. */
export default async function BriefPage({ params }: Props) {
  const { id, briefId } = await params
  const [brief, measures, choices] = await Promise.all([
    loadBrief(briefId),
    loadBriefMeasures(briefId),
    loadChoices(id),
  ])
  if (brief.project.id !== id) notFound()
  const { project, drivers } = brief
  const parents = drivers.filter(({ depth }) => depth === 0)
  return (
    <>
      <PageHeading
        above={
          <Breadcrumbs
            steps={[
              { href: `/dashboard/projects/${project.id}`, label: project.title },
              { href: `/dashboard/projects/${project.id}/briefs`, label: 'Briefs' },
            ]}
          />
        }
        title={<span className="wrap-anywhere">{brief.title}</span>}
        lead={<BriefStatusTag status={brief.status} />}
        actions={<PublishBrief briefId={brief.id} published={brief.publishedAt !== null} />}
      />
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="min-w-0 space-y-10">
          <section aria-labelledby="aim">
            <h2 id="aim">Aim</h2>
            <Aim brief={brief} />
            <Disclosure summary="Change the aim, owner and dates">
              <EditBrief brief={brief} />
            </Disclosure>
          </section>
          <section aria-labelledby="drivers">
            <h2 id="drivers">Drivers</h2>
            <Drivers drivers={drivers} />
            <Disclosure summary="Add a driver">
              <AddDriver briefId={brief.id} parents={parents} />
            </Disclosure>
          </section>
          <Sources brief={brief} choices={choices} />
          <WatchFors brief={brief} />
        </div>
        <div className="min-w-0 space-y-10">
          <section aria-labelledby="status">
            <h2 id="status">Status</h2>
            <ChangeStatus key={brief.status} briefId={brief.id} status={brief.status} />
          </section>
          <section aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            <Disclosure summary="Add an update">
              <AddUpdate briefId={brief.id} />
            </Disclosure>
            <BriefTimeline updates={brief.updates} />
          </section>
          <Contributors brief={brief} choices={choices} />
        </div>
      </div>
      <BriefMeasures brief={brief} measures={measures} choices={choices} />
      <section aria-labelledby="teams" className="mt-10 border-t border-line pt-6">
        <h2 id="teams">Test teams</h2>
        <Teams brief={brief} measures={measures} />
        <Disclosure summary="Add a test team">
          <AddTeam briefId={brief.id} />
        </Disclosure>
      </section>
    </>
  )
}

function Aim({ brief }: { brief: BriefView }) {
  const { aim, why, ownerName, targetDate } = brief
  const facts = [
    ['How much', aim.howMuch],
    ['By when', aim.byWhen],
    ['For whom', aim.forWhom],
    ['Why', why],
    ['Owner', ownerName],
    ['Target date', targetDate ? formatDay(targetDate) : null],
  ] as const
  return (
    <dl className="mt-2 max-w-prose space-y-2">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-ink-soft">{term}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{value ?? 'Not said yet'}</dd>
        </div>
      ))}
    </dl>
  )
}
