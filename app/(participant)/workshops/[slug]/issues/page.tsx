import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { plural } from '#domain/numbers.ts'
import { LIMITS } from '#domain/text.ts'
import { GraphQLProvider } from '../../../../_apollo/provider.tsx'
import { query } from '../../../../_apollo/server.ts'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../_ui/show-more.tsx'
import { Toasts } from '../../../../_ui/toasts.tsx'
import { LivePage } from '../live-page.tsx'
import { writingIn } from '../writing.ts'
import { AreaColumns } from './area-columns.tsx'
import { EmptyWall } from './empty-wall.tsx'
import { FilterForm } from './filter-form.tsx'
import { FindLinkedIssue } from './find-linked-issue.tsx'
import { isFiltered, moreHref, readIssueSearch } from './issue-filter.ts'
import { IssuesPageDocument, type IssuesPageQuery } from './issues.generated.ts'
import { listIssues } from './list-issues.ts'
import { SetAside } from './set-aside.tsx'
import { WriteIssue } from './write-issue.tsx'

export const metadata: Metadata = { title: 'Issues' }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Workshop = NonNullable<IssuesPageQuery['workshop']>

/** The wall: every issue as a post-it in its area, with what the viewer may do with it now. */
export default async function IssuesPage({ params, searchParams }: Props) {
  const [{ slug }, parameters] = await Promise.all([params, searchParams])
  const asked = readIssueSearch(parameters)
  const { workshop } = await query(IssuesPageDocument, { slug })
  if (!workshop) notFound()
  const { viewerSeat: seat, viewerCan } = workshop
  const writing = writingIn(workshop, 'GATHER', viewerCan.writeIssues)
  const wall = await listIssues(slug, asked, seat !== null && !viewerCan.run)
  const shown = wall.nodes.filter((issue) => !issue.mergedInto && !issue.withdrawnAt && !issue.hiddenAt)
  const own = wall.nodes.filter((issue) => issue.viewerIsAuthor && (issue.withdrawnAt || issue.hiddenAt))

  const content = (
    <>
      <PageHeading title="Issues" lead={lead(workshop)} />
      {writing && seat ? (
        <WriteIssue
          {...writing}
          workshopId={workshop.id}
          areas={workshop.areas}
          homeAreaId={seat.table?.area?.id ?? null}
          tableId={seat.table?.id ?? null}
          hue={seat.table?.position ?? null}
          code={seat.table?.code ?? null}
          storageKey={`qlab.issues.${workshop.id}`}
          limit={LIMITS.issueTitle}
        />
      ) : null}
      {workshop.issueCount > 0 ? (
        <FilterForm asked={asked} areas={workshop.areas} tables={workshop.tables} slug={slug} />
      ) : null}
      <p className="tally mb-4 text-ink-soft">
        {isFiltered(asked)
          ? `${plural(wall.total, 'issue')} of ${workshop.issueCount} found`
          : plural(wall.total, 'issue')}
      </p>
      {wall.total === 0 ? (
        <EmptyWall slug={slug} filtered={isFiltered(asked)} canWrite={viewerCan.writeIssues} />
      ) : (
        <AreaColumns issues={shown} workshop={workshop} asked={asked} />
      )}
      {wall.hasMore ? (
        <ShowMore href={moreHref(slug, asked)} shown={shown.length} total={wall.total} noun="issues" />
      ) : null}
      {own.length > 0 ? <SetAside issues={own} mayRestore={viewerCan.writeIssues} /> : null}
      <FindLinkedIssue slug={slug} />
      <Toasts />
      <LivePage
        slug={slug}
        pulse={workshop.pulse}
        news="The issues have changed. This page shows them now."
      />
    </>
  )
  // Readers without a seat write nothing, so Apollo stays at home.
  return seat ? <GraphQLProvider>{content}</GraphQLProvider> : content
}

function lead({ viewerCan, permittedActivities }: Workshop): string | undefined {
  if (viewerCan.shortlist && permittedActivities.includes('SHORTLIST')) {
    return 'Choose with your table which of your issues go forward to the vote.'
  }
  return viewerCan.writeIssues ? 'Write one issue on each post-it, in your own words.' : undefined
}
