import { plural } from '#domain/numbers.ts'
import { Disclosure } from '../../../../_ui/disclosure.tsx'
import { momentOf } from '../../../../_ui/moments.ts'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { ProvenanceLink } from '../provenance-link.tsx'
import { writingIn } from '../writing.ts'
import type { PriorityChoice } from './choose-priorities.tsx'
import type { PrioritiesPageQuery, WorkedStatementFragment } from './priorities.generated.ts'
import { ReasonItem } from './reason-item.tsx'
import { ReasonWords } from './reason-words.tsx'
import { StatementActs } from './statement-acts.tsx'
import { UnmarkSimilar } from './unmark-similar.tsx'
import { WriteReason } from './write-reason.tsx'

type Workshop = NonNullable<PrioritiesPageQuery['workshop']>
type Props = { statement: WorkedStatementFragment; workshop: Workshop; priorities: readonly PriorityChoice[] }

/** A problem statement: its latest words and all earlier ones, why it is important, and what is similar to it. */
export function StatementBlock({ statement, workshop, priorities }: Props) {
  const { id, title, ideaCount, withdrawnAt, viewerCanEdit } = statement
  const { viewerCan, slug, timeZone } = workshop
  const others = viewerCan.run
    ? workshop.statements.filter((other) => other.id !== id && other.withdrawnAt === null)
    : []
  const acts = viewerCanEdit || viewerCan.run || (withdrawnAt !== null && statement.viewerIsAuthor)
  if (withdrawnAt) {
    return (
      <div className="mt-3 max-w-prose text-ink-soft">
        <p className="mb-2">Taken back: “{title}”</p>
        <StatementActs statement={statement} priorities={priorities} others={others} />
      </div>
    )
  }
  return (
    <section id={`statement-${id}`} aria-labelledby={`title-${id}`} className="mt-1 max-w-prose scroll-mt-4">
      <h2 id={`title-${id}`}>{title}</h2>
      <p data-no-print>
        <ProvenanceLink slug={slug} kind="statement" id={id} about={title} />
      </p>
      <EarlierWordings statement={statement} timeZone={timeZone} />
      {acts ? <StatementActs statement={statement} priorities={priorities} others={others} /> : null}
      <Reasons statement={statement} workshop={workshop} />
      <Similar statement={statement} mayUnmark={viewerCan.run} />
      {ideaCount > 0 || viewerCan.run ? (
        <p className="mt-3">
          <TextLink
            href={`/workshops/${slug}/ideas?statement=${id}`}
            className="inline-flex min-h-11 items-center"
          >
            {ideaCount > 0 ? `Read ${plural(ideaCount, 'idea')}` : 'No ideas yet: go to the outline'}
            <span className="sr-only"> for “{title}”</span>
          </TextLink>
        </p>
      ) : null}
    </section>
  )
}

function EarlierWordings({ statement, timeZone }: { statement: WorkedStatementFragment; timeZone: string }) {
  const [latest, ...earlier] = statement.wordings
  if (earlier.length === 0) return null
  return (
    <Disclosure
      summary={
        <>
          {plural(earlier.length, 'earlier wording')}
          <span className="sr-only"> of “{latest?.title}”</span>
        </>
      }
    >
      <ol className="space-y-2">
        {statement.wordings.map(({ id, title, authorName, createdAt }) => (
          <li key={id}>
            <p>
              {id === latest?.id ? 'Now: ' : ''}“{title}”
            </p>
            <p className="text-ink-soft">
              {authorName ? `${authorName}, ` : ''}
              <time dateTime={createdAt}>{momentOf(createdAt, timeZone)}</time>
            </p>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function Reasons({ statement, workshop }: { statement: WorkedStatementFragment; workshop: Workshop }) {
  const { reasons } = statement
  const { viewerCan } = workshop
  const writing = writingIn(workshop, 'REFRAME', viewerCan.writeStatements)
  if (reasons.length === 0 && !writing) return null
  return (
    <div className="mt-3 empty:hidden">
      {reasons.length > 0 || viewerCan.writeStatements ? (
        <h3 className="mb-2">This is important because…</h3>
      ) : null}
      {reasons.length > 0 ? (
        <ul className="mb-3 space-y-3">
          {reasons.map((reason) => (
            <li key={reason.id}>
              {reason.viewerCanEdit || viewerCan.run || reason.withdrawnAt ? (
                <ReasonItem reason={reason} curates={viewerCan.run} />
              ) : (
                <ReasonWords reason={reason} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {writing ? <WriteReason {...writing} statement={{ id: statement.id, title: statement.title }} /> : null}
    </div>
  )
}

function Similar({ statement, mayUnmark }: { statement: WorkedStatementFragment; mayUnmark: boolean }) {
  if (statement.similar.length === 0) return null
  return (
    <div className="mt-3">
      <h3>Similar</h3>
      <ul className="space-y-1">
        {statement.similar.map(({ statement: other, note }) => (
          <li key={other.id}>
            <a href={`#statement-${other.id}`} className="inline-flex min-h-11 items-center">
              {other.title}
            </a>
            {note ? <p className="text-ink-soft">{note}</p> : null}
            {mayUnmark ? <UnmarkSimilar statementId={statement.id} similar={other} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
