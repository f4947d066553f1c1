import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { areaPlace } from '../hues.ts'
import type { PrioritiesPageQuery } from './priorities.generated.ts'

type Priority = NonNullable<PrioritiesPageQuery['workshop']>['priorities'][number]
type Statement = Priority['statements'][number]
type Props = { priority: Priority; areas: readonly { name: string }[]; slug: string }

/** One priority with its lineage: the issue as voted on, the problem as reworded, and the reasons. */
export function PriorityCard({ priority, areas, slug }: Props) {
  const { option, statements } = priority
  const place = areaPlace(option.areaName, areas)
  const area = place === null ? option.areaName : <AreaMark position={place} name={option.areaName} />
  const voted = option.issue ? (
    <TextLink href={`/workshops/${slug}/issues#issue-${option.issue.id}`}>{option.title}</TextLink>
  ) : (
    option.title
  )
  return (
    <Card as="article" id={`priority-${priority.id}`}>
      <p className="text-ink-soft">{area}</p>
      {statements.length === 0 ? (
        <>
          <h2 className="mt-1">{voted}</h2>
          <p className="mt-2 text-ink-soft">Not reworded yet.</p>
        </>
      ) : (
        <>
          {statements.map((statement) => (
            <ProblemStatement key={statement.id} statement={statement} />
          ))}
          <p className="mt-4 border-t border-line pt-3 text-ink-soft">
            Voted on as: {voted}
            {option.tableCodes.length > 0 ? ` (${option.tableCodes.join(', ')})` : ''}
          </p>
        </>
      )}
    </Card>
  )
}

function ProblemStatement({ statement }: { statement: Statement }) {
  return (
    <div className="mt-1 max-w-prose">
      <h2 id={`statement-${statement.id}`}>{statement.title}</h2>
      {statement.reasons.length > 0 ? (
        <div className="mt-3">
          <h3>This is important because…</h3>
          {statement.reasons.map(({ id, text }) => (
            <blockquote key={id} className="mt-1 border-s-4 border-accent ps-4 whitespace-pre-line">
              {text}
            </blockquote>
          ))}
        </div>
      ) : null}
      {statement.similar.length > 0 ? (
        <p className="mt-3">
          Similar to: {statement.similar.map(({ statement: other }) => `“${other.title}”`).join(', ')}
        </p>
      ) : null}
    </div>
  )
}
