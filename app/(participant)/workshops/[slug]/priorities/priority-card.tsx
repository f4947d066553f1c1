import { areaPlace } from '#domain/hues.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { PriorityChoice } from './choose-priorities.tsx'
import type { PrioritiesPageQuery } from './priorities.generated.ts'
import { StatementBlock } from './statement-block.tsx'

type Workshop = NonNullable<PrioritiesPageQuery['workshop']>
type Priority = Workshop['priorities'][number]
type Props = { priority: Priority; workshop: Workshop; priorities: readonly PriorityChoice[] }

/** One priority with its lineage: the issue as voted on, the problem as reworded, and the reasons. */
export function PriorityCard({ priority, workshop, priorities }: Props) {
  const { option } = priority
  const place = areaPlace(option.areaName, workshop.areas)
  const area = place === null ? option.areaName : <AreaMark position={place} name={option.areaName} />
  const statements = workshop.statements.filter((statement) =>
    statement.priorities.some(({ id }) => id === priority.id),
  )
  // A statement that rewords several priorities stands with the highest of them; the others lead there.
  const here = statements.filter((statement) => statement.priorities[0]?.id === priority.id)
  const elsewhere = statements.filter(
    (statement) => !here.includes(statement) && statement.withdrawnAt === null,
  )
  const reworded = statements.some(({ withdrawnAt }) => withdrawnAt === null)
  const voted = option.issue ? (
    <TextLink href={`/workshops/${workshop.slug}/issues#issue-${option.issue.id}`}>{option.title}</TextLink>
  ) : (
    option.title
  )
  return (
    <Card as="article" id={`priority-${priority.id}`} className="scroll-mt-4">
      <p className="text-ink-soft">{area}</p>
      {reworded ? null : (
        <>
          <h2 className="mt-1">{voted}</h2>
          <p className="mt-2 text-ink-soft">Not reworded yet.</p>
        </>
      )}
      <div className="space-y-6">
        {here.map((statement) => (
          <StatementBlock key={statement.id} {...{ statement, workshop, priorities }} />
        ))}
      </div>
      {elsewhere.map(({ id, title }) => (
        <div key={id} className="mt-1">
          <h2>{title}</h2>
          <p>
            <a href={`#statement-${id}`} className="inline-flex min-h-11 items-center">
              Worded together with another priority
              <span className="sr-only">: “{title}”</span>
            </a>
          </p>
        </div>
      ))}
      {reworded ? (
        <p className="mt-4 border-t border-line pt-3 text-ink-soft">
          Voted on as: {voted}
          {option.tableCodes.length > 0 ? ` (${option.tableCodes.join(', ')})` : ''}
        </p>
      ) : null}
    </Card>
  )
}
