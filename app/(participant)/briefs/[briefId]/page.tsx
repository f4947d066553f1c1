import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { formatDay } from '#domain/dates.ts'
import { pathOf } from '#domain/paths.ts'
import { GraphQLProvider } from '../../../_apollo/provider.tsx'
import { query } from '../../../_apollo/server.ts'
import { BriefStatusTag } from '../../../_ui/brief-status-tag.tsx'
import { BriefTimeline } from '../../../_ui/brief-timeline.tsx'
import { Notice } from '../../../_ui/notice.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { Toasts } from '../../../_ui/toasts.tsx'
import { Comments } from './comments.tsx'
import { ReaderBriefPageDocument, type ReaderBriefPageQuery } from './reader.generated.ts'
import { ReaderMeasures } from './reader-measures.tsx'
import { ReaderTeams } from './reader-teams.tsx'

type Props = { params: Promise<{ briefId: string }> }
export type ReaderBrief = NonNullable<ReaderBriefPageQuery['brief']>

// The title and the page ask for the same; once is enough.
const load = cache(async (id: string): Promise<ReaderBrief> => {
  const { brief } = await query(ReaderBriefPageDocument, { id })
  return brief ?? notFound()
})

/** The brief's own title. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).briefId)).title }
}

/** A published brief, for those whose words it joins and those who were asked to contribute. */
export default async function ReaderBriefPage({ params }: Props) {
  const brief = await load((await params).briefId)
  return (
    <GraphQLProvider>
      <PageHeading
        above={<span className="wrap-anywhere">{brief.project.title}</span>}
        title={<span className="wrap-anywhere">{brief.title}</span>}
        lead={<BriefStatusTag status={brief.status} />}
        actions={
          brief.viewerCanEdit ? (
            <TextLink
              href={`/dashboard/projects/${brief.project.id}/briefs/${brief.id}`}
              className="inline-flex min-h-11 items-center"
            >
              Change this brief
            </TextLink>
          ) : null
        }
      />
      {brief.publishedAt === null ? (
        <Notice className="mb-6" title="Kept inside">
          <p>Only staff see this page until the brief is published.</p>
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="min-w-0 space-y-10">
          <About brief={brief} />
          <Origins brief={brief} />
          <ReaderTeams teams={brief.teams} />
        </div>
        <div className="min-w-0 space-y-10">
          <Comments brief={brief} mayWrite={brief.viewerCanComment} />
          <section aria-labelledby="timeline">
            <h2 id="timeline">Timeline</h2>
            <BriefTimeline updates={brief.updates} />
          </section>
        </div>
      </div>
      <ReaderMeasures briefId={brief.id} />
      <Toasts />
    </GraphQLProvider>
  )
}

function About({ brief }: { brief: ReaderBrief }) {
  const { aim, why, ownerName, targetDate } = brief
  const facts = [
    ['How much', aim.howMuch],
    ['By when', aim.byWhen],
    ['For whom', aim.forWhom],
    ['Why', why],
    ['Owner', ownerName],
    ['Target date', targetDate ? formatDay(targetDate) : null],
  ].filter(([, value]) => value)
  return (
    <section aria-labelledby="aim">
      <h2 id="aim">Aim</h2>
      {facts.length === 0 ? <p className="text-ink-soft">The aim is not written yet.</p> : null}
      <dl className="mt-2 max-w-prose space-y-2">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="text-ink-soft">{term}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <Words id="drivers" title="Drivers" rows={brief.drivers} />
      <Words id="watch" title="We watch for" rows={brief.watchFors} />
    </section>
  )
}

type Rows = readonly { id: string; text: string; parentId?: string | null }[]

function Words({ id, title, rows }: { id: string; title: string; rows: Rows }) {
  if (rows.length === 0) return null
  const below = (parentId: string) => rows.filter((row) => row.parentId === parentId)
  return (
    <>
      <h3 id={id} className="mt-6">
        {title}
      </h3>
      <ul aria-labelledby={id} className="mt-1 list-disc space-y-2 ps-6">
        {rows
          .filter(({ parentId }) => !parentId)
          .map((row) => (
            <li key={row.id} className="whitespace-pre-line wrap-anywhere">
              {row.text}
              {below(row.id).length > 0 ? (
                <ul className="mt-1 list-disc space-y-1 ps-6">
                  {below(row.id).map((child) => (
                    <li key={child.id}>{child.text}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
      </ul>
    </>
  )
}

function Origins({ brief }: { brief: ReaderBrief }) {
  const rows = [
    ...brief.statements.map(({ id, title, workshop }) => ({
      ...{ id, words: title, href: pathOf({ kind: 'STATEMENT', id, slug: workshop.slug }) },
    })),
    ...brief.ideas.map(({ id, text, workshop }) => ({
      ...{ id, words: text, href: pathOf({ kind: 'IDEA', id, slug: workshop.slug }) },
    })),
  ]
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="origins">
      <h2 id="origins">Where it came from</h2>
      <ul className="mt-2 space-y-3">
        {rows.map(({ id, words, href }) => (
          <li key={id} className="wrap-anywhere">
            <TextLink href={href}>{words}</TextLink>
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={`/briefs/${brief.id}/provenance`} className="inline-flex min-h-11 items-center">
          The whole chain, from the first post-it to what is measured
        </TextLink>
      </p>
    </section>
  )
}
