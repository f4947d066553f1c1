import { areaPlace } from '#domain/hues.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { LeftIssueFragment, ResultsPageQuery } from './results.generated.ts'

const NOT_ON_RECORD =
  'These issues have no votes, and it is not on record whether their table put them forward.'

type Workshop = NonNullable<ResultsPageQuery['workshop']>

/** Issues that were not voted on: not chosen by their table, or without a decision on record. Nobody's words are lost. */
export function LeftBehind({ workshop }: { workshop: Workshop }) {
  const { notChosen, undecided, areas, slug } = workshop
  return (
    <>
      <LeftList
        id="not-chosen"
        title="Not chosen by their table"
        lead="These issues were written and not put forward to the vote."
        issues={notChosen}
        more={`/workshops/${slug}/issues?state=NOT_CHOSEN`}
        {...{ areas, slug }}
      />
      <LeftList
        id="undecided"
        title="Without a decision"
        lead={workshop.source ? NOT_ON_RECORD : 'Their tables have not decided on these issues.'}
        issues={undecided}
        more={`/workshops/${slug}/issues?state=RAISED`}
        {...{ areas, slug }}
      />
    </>
  )
}

type ListProps = {
  id: string
  title: string
  lead: string
  issues: { totalCount: number; edges: readonly { node: LeftIssueFragment }[] }
  more: string
  areas: readonly { name: string }[]
  slug: string
}

function LeftList({ id, title, lead, issues, more, areas, slug }: ListProps) {
  if (issues.totalCount === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="tally font-normal text-ink-soft">{issues.totalCount}</span>
      </h2>
      <p className="mt-1 max-w-prose">{lead}</p>
      <ul className="mt-3 gap-x-8 border-t border-line md:columns-2">
        {issues.edges.map(({ node }) => {
          const place = areaPlace(node.area.name, areas)
          return (
            <li key={node.id} className="break-inside-avoid border-b border-line py-2">
              <TextLink
                href={`/workshops/${slug}/issues#issue-${node.id}`}
                className="text-ink hover:text-accent"
              >
                {node.title}
              </TextLink>
              <span className="block text-ink-soft">
                {place === null ? node.area.name : <AreaMark position={place} name={node.area.name} />}
                {node.tableCodes.length > 0 ? `, ${node.tableCodes.join(', ')}` : ''}
              </span>
              {node.stateReason ? <span className="block">Why: {node.stateReason}</span> : null}
            </li>
          )
        })}
      </ul>
      {issues.totalCount > issues.edges.length ? (
        <p className="mt-2">
          <TextLink href={more} className="inline-flex min-h-11 items-center">
            Show all {issues.totalCount} of these issues
          </TextLink>
        </p>
      ) : null}
    </section>
  )
}
