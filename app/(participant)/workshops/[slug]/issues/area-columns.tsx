import { tableHue } from '#domain/hues.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { IssueCard } from './issue-card.tsx'
import type { IssueSearch } from './issue-filter.ts'
import { IssuePostIt } from './issue-post-it.tsx'
import type { IssuesPageQuery, WallIssueFragment } from './issues.generated.ts'
import { SimilarIssues } from './similar-issues.tsx'

type Props = {
  issues: readonly WallIssueFragment[]
  workshop: NonNullable<IssuesPageQuery['workshop']>
  asked: IssueSearch
}

/** The wall in columns, one for each area; stacked on a phone. */
export function AreaColumns({ issues, workshop, asked }: Props) {
  const { slug, areas, tables, permittedActivities, viewerCan } = workshop
  const shortlisting = viewerCan.shortlist && permittedActivities.includes('SHORTLIST')
  const columns = areas
    .map((area, place) => ({ area, place, issues: issues.filter((issue) => issue.area.id === area.id) }))
    .filter(({ area, issues: written }) => written.length > 0 || !asked.areaId || asked.areaId === area.id)
  const one = columns.length === 1
  return (
    <div className={one ? '' : 'grid gap-6 md:grid-cols-2 xl:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]'}>
      {columns.map(({ area, place, issues: written }) => (
        <section key={area.id} aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`} className="mb-3 border-b border-line pb-2 text-lead">
            <AreaMark position={place} name={area.name} />{' '}
            <span className="tally font-normal text-ink-soft">{written.length}</span>
          </h2>
          {written.length === 0 ? <p className="text-ink-soft">No issues here.</p> : null}
          <ul className={one ? 'grid gap-4 md:grid-cols-2 xl:grid-cols-4' : 'space-y-4'}>
            {written.map((issue) => {
              const mayEdit = issue.viewerIsAuthor && issue.viewerCanEdit
              const mayDecide = shortlisting && issue.viewerCanDecide
              const hue = tableHue(issue.tableCodes, area.name, tables)
              const similar = <SimilarIssues issue={issue} slug={slug} />
              return (
                <li key={issue.id}>
                  {mayEdit || mayDecide ? (
                    <IssueCard {...{ issue, hue, slug, areas, mayEdit, mayDecide, similar }} />
                  ) : (
                    <IssuePostIt {...{ issue, hue, slug, similar }} />
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
