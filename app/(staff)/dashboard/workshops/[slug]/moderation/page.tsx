import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../../_ui/show-more.tsx'
import { takeRows } from '../../../all-pages.ts'
import { readSearch, rowsToShow, type SearchParams, withSearch } from '../../../search-params.ts'
import { LiveWorkshop } from '../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { LogTable } from './log-table.tsx'
import type { ModeratedWorkshop } from './moderated.ts'
import { ModerationPageDocument } from './moderation.generated.ts'
import { ReportCard } from './report-card.tsx'

type Props = WorkshopParams & { searchParams: SearchParams }

const ROWS = 25

/** "Moderation: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Moderation', props)
}

/** What people have reported, and the log of what was done to people's words. */
export default async function ModerationPage({ params, searchParams }: Props) {
  const { slug } = await loadWorkshop((await params).slug)
  const read = await readSearch(searchParams)
  const count = rowsToShow(read('show'), ROWS)
  let loaded: ModeratedWorkshop | null = null
  const { rows: log, total } = await takeRows(count, async (first, after) => {
    const { workshop } = await query(ModerationPageDocument, { slug, first, after })
    loaded = workshop
    return workshop?.log ?? notFound()
  })
  const workshop: ModeratedWorkshop = loaded ?? notFound()
  const reports = workshop.reports.edges.map(({ node }) => node)
  const path = `/dashboard/workshops/${slug}/moderation`
  return (
    <>
      <PageHeading
        above={workshop.title}
        title="Moderation"
        lead={
          reports.length > 0
            ? `${plural(workshop.reports.totalCount, 'report waits', 'reports wait')} for somebody to look.`
            : undefined
        }
      />
      <section aria-labelledby="reports">
        <h2 id="reports" className="mb-3">
          Open reports
        </h2>
        {reports.length === 0 ? (
          <Empty title="No open reports" headingLevel="h3">
            <p>
              Anybody in the workshop can report an idea or a comment. Reports wait here until you settle
              them.
            </p>
          </Empty>
        ) : (
          <ul className="grid gap-4 lg:grid-cols-2">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} slug={slug} timeZone={workshop.timeZone} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="log" className="mt-12">
        <h2 id="log">Log</h2>
        <p className="mt-1 mb-3 max-w-prose">
          What was done to people’s words: by whom, when and why. It never says whose words they were.
        </p>
        {log.length === 0 ? (
          <p className="text-ink-soft">Nothing has been hidden, merged or settled yet.</p>
        ) : (
          <LogTable entries={log} timeZone={workshop.timeZone} />
        )}
        <ShowMore
          href={withSearch(path, { show: count + ROWS })}
          shown={log.length}
          total={total}
          noun="entries"
        />
      </section>
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
