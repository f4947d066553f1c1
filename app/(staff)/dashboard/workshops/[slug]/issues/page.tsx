import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { inFigures, plural } from '#domain/numbers.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import { Notice } from '../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { AddTexts } from '../add-texts.tsx'
import { LiveWorkshop } from '../live-workshop.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { onTheWall } from './curated.ts'
import { IssueDesk } from './issue-desk.tsx'
import { loadIssues } from './load-issues.ts'
import { WriteIssue } from './write-issue.tsx'

/** "Issues: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Issues', props)
}

/** All issues, to be merged, put forward or set aside. */
export default async function CuratePage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop, issues } = (await loadIssues(slug)) ?? notFound()
  const { id, areas, tables, rounds } = workshop
  const wall = onTheWall(issues)
  const forward = wall.filter(({ state }) => state === 'PUT_FORWARD').length
  const open = rounds.find(({ state }) => state === 'OPEN')
  return (
    <>
      <PageHeading
        above={workshop.title}
        title="Issues"
        lead={
          issues.length > 0
            ? `${plural(wall.length, 'issue')}, ${inFigures(forward)} put forward. Merge those that say the same, and put forward what people should vote on.`
            : undefined
        }
      />
      {open ? (
        <Notice className="mb-6" title={`Voting is open in “${open.title}”`}>
          <p>
            Its ballot is fixed. An issue that you hide now is taken off the ballot; what you put forward now
            is for the next round.
          </p>
        </Notice>
      ) : null}
      <WriteIssue workshopId={id} areas={areas} tables={tables} />
      <AddTexts
        workshopId={id}
        kind="ISSUES"
        summary="Add many issues"
        noun="issue"
        hint="Paste the words alone, or the cells of a spreadsheet headed issue, area and table."
        otherwise={[
          {
            name: 'areaId',
            label: 'Area of lines that name none',
            options: areas.map((area) => ({ value: area.id, label: area.name })),
          },
        ]}
      />
      {issues.length === 0 ? (
        <Empty title="No issues yet">
          <p>
            Tables write them while a step for writing issues is open. You can write one for a table, or add
            many that were written elsewhere, at any time.
          </p>
        </Empty>
      ) : (
        <IssueDesk desk={{ id, areas, tables, rounds }} issues={issues} />
      )}
      <LiveWorkshop slug={slug} pulse={workshop.pulse} />
    </>
  )
}
