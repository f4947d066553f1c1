import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { plural } from '#domain/numbers.ts'
import { GraphQLProvider } from '../../../../../_apollo/provider.tsx'
import { query } from '../../../../../_apollo/server.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../../_ui/show-more.tsx'
import { Toasts } from '../../../../../_ui/toasts.tsx'
import { LivePage } from '../../live-page.tsx'
import { WallSwitch } from '../../wall-switch.tsx'
import { FilterForm } from './filter-form.tsx'
import { isFiltered, moreHref, readIdeaSearch } from './idea-filter.ts'
import { listIdeas } from './list-ideas.ts'
import { IdeasPageDocument, type IdeasPageQuery, OwnIdeasSetAsideDocument } from './outline.generated.ts'
import { Outline } from './outline.tsx'
import { ReadNext } from './read-next.tsx'
import { SetAside } from './set-aside.tsx'

export const metadata: Metadata = { title: 'Ideas' }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Workshop = NonNullable<IdeasPageQuery['workshop']>

/** The outline: every idea below its statement and horizon, with what the viewer may do with it now. */
export default async function IdeasPage({ params, searchParams }: Props) {
  const [{ slug }, parameters] = await Promise.all([params, searchParams])
  const asked = readIdeaSearch(parameters)
  const [{ viewer, workshop }, found] = await Promise.all([
    query(IdeasPageDocument, { slug }),
    listIdeas(slug, asked),
  ])
  if (!workshop) notFound()
  const { viewerSeat: seat, viewerCan, statements } = workshop
  const own = seat ? await listOwnSetAside(slug) : []
  const filtered = isFiltered(asked)
  const reads = seat?.role === 'PARTICIPANT' && viewerCan.writeCritiques

  const content = (
    <>
      <PageHeading
        title="Ideas"
        lead={lead(workshop)}
        actions={<WallSwitch slug={slug} here="OUTLINE" remember={viewer !== null} />}
      />
      {reads && !filtered ? (
        <Suspense fallback={null}>
          <ReadNext slug={slug} />
        </Suspense>
      ) : null}
      {statements.length > 0 ? (
        <>
          <FilterForm {...{ asked, slug, statements }} tables={workshop.tables} curates={viewerCan.run} />
          <p className="tally mb-6 text-ink-soft">
            {plural(found.total, 'idea')}
            {filtered ? ' found' : ''}
          </p>
        </>
      ) : null}
      <Outline workshop={workshop} ideas={found.nodes} asked={asked} hasMore={found.hasMore} />
      {found.hasMore ? (
        <ShowMore href={moreHref(slug, asked)} shown={found.nodes.length} total={found.total} noun="ideas" />
      ) : null}
      {own.length > 0 ? <SetAside ideas={own} mayRestore={viewerCan.writeIdeas} /> : null}
      <Toasts />
      <LivePage slug={slug} pulse={workshop.pulse} news="The ideas have changed. This page shows them now." />
    </>
  )
  // Readers who write nothing need no Apollo.
  return seat || viewerCan.run ? <GraphQLProvider>{content}</GraphQLProvider> : content
}

async function listOwnSetAside(slug: string) {
  const { workshop } = await query(OwnIdeasSetAsideDocument, { slug })
  return [...(workshop?.withdrawn.edges ?? []), ...(workshop?.hidden.edges ?? [])].map(({ node }) => node)
}

function lead({ viewerCan, permittedActivities, statements }: Workshop): string | undefined {
  if (statements.length === 0) return undefined
  if (viewerCan.writeCritiques && permittedActivities.includes('CRITIQUE')) {
    return 'Read what other tables propose, and say what could work and what could go wrong.'
  }
  return viewerCan.writeIdeas
    ? 'Write what we should do, below its problem statement and its time.'
    : undefined
}
