import Link from 'next/link'
import { formatDayRange } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { type Column, DataTable } from '../../../../_ui/data-table.tsx'
import { PhaseTag } from '../../../../_ui/phase-tag.tsx'
import { RoundStateTag } from '../../../../_ui/round-state-tag.tsx'
import { Tag } from '../../../../_ui/tag.tsx'
import { BringBack } from './bring-back.tsx'
import { type ListedWorkshop, SORTS, type Sort } from './sorting.ts'

type Props = {
  workshops: readonly ListedWorkshop[]
  sort: Sort
  sortHref: (sort: Sort) => string
  /** Archived or deleted ones can be brought back from the list. */
  putAway: boolean
}

/** Workshops with how far each has come. */
export function WorkshopTable({ workshops, sort, sortHref, putAway }: Props) {
  const sorted = (column: string) => (SORTS[sort].column === column ? SORTS[sort].direction : undefined)
  const columns: Column<ListedWorkshop>[] = [
    {
      key: 'title',
      header: 'Workshop',
      sortHref: sortHref('title'),
      sorted: sorted('title'),
      cell: (workshop) => <Title workshop={workshop} />,
    },
    { key: 'phase', header: 'Project phase', cell: ({ project }) => <PhaseTag phase={project.phase} /> },
    {
      key: 'dates',
      header: 'Dates',
      sortHref: sortHref(sort === 'latest' ? 'earliest' : 'latest'),
      sorted: sorted('dates'),
      cell: ({ startsOn, endsOn }) => formatDayRange(startsOn, endsOn),
    },
    {
      key: 'people',
      header: 'Participants',
      numeric: true,
      sortHref: sortHref('people'),
      sorted: sorted('people'),
      cell: ({ statedParticipants, participantCount }) => statedParticipants ?? inFigures(participantCount),
    },
    {
      key: 'issues',
      header: 'Issues',
      numeric: true,
      sortHref: sortHref('issues'),
      sorted: sorted('issues'),
      cell: ({ issueCount }) => inFigures(issueCount),
    },
    {
      key: 'dots',
      header: 'Dots',
      numeric: true,
      sortHref: sortHref('dots'),
      sorted: sorted('dots'),
      cell: ({ dotCount }) => inFigures(dotCount),
    },
    {
      key: 'voting',
      header: 'Voting',
      cell: ({ currentRound }) =>
        currentRound ? <RoundStateTag state={currentRound.state} /> : <Tag>Not opened yet</Tag>,
    },
  ]
  if (putAway)
    columns.push({
      key: 'act',
      header: 'Bring back',
      headerHidden: true,
      bare: true,
      cell: (workshop) => <BringBack {...workshop} />,
    })
  return <DataTable caption="Workshops" columns={columns} rows={workshops} rowKey={({ id }) => id} />
}

function Title({ workshop }: { workshop: ListedWorkshop }) {
  const { slug, title, project, publishedAt, archivedAt, deletedAt } = workshop
  return (
    <>
      {deletedAt ? (
        <span className="font-bold">{title}</span>
      ) : (
        <Link href={`/dashboard/workshops/${slug}`} className="font-bold">
          {title}
        </Link>
      )}
      <span className="block text-ink-soft">{project.title}</span>
      {publishedAt && !archivedAt && !deletedAt ? (
        <Tag tone="holds" className="mt-1">
          Published
        </Tag>
      ) : null}
    </>
  )
}
