import { HORIZON_LABELS } from '#domain/ideas.ts'
import { pathOf } from '#domain/paths.ts'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import type { Choices } from '../../act-form.tsx'
import type { BriefChoices, BriefView } from './load-brief.ts'
import { JoinSource, LeaveSource } from './source-acts.tsx'

/** The statements and ideas that the brief joins, each with the way back to where it came from. */
export function Sources({ brief, choices }: { brief: BriefView; choices: BriefChoices }) {
  const rows = [
    ...brief.statements.map(({ id, title, workshop: { slug } }) => ({
      ...{ id, words: title, about: 'Statement', kind: 'STATEMENT' as const, slug },
    })),
    ...brief.ideas.map(({ id, text, horizon, workshop: { slug } }) => ({
      ...{
        id,
        words: text,
        about: `Idea, ${HORIZON_LABELS[horizon].toLowerCase()}`,
        kind: 'IDEA' as const,
        slug,
      },
    })),
  ]
  const joined = new Set(rows.map(({ id }) => id))
  const free = (kind: 'statements' | 'ideas'): Choices[] =>
    choices.workshops
      .map((workshop) => ({
        group: workshop.title,
        options: workshop[kind].filter(({ id }) => !joined.has(id)),
      }))
      .filter(({ options }) => options.length > 0)
  const [statements, ideas] = [free('statements'), free('ideas')]
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Statements and ideas</h2>
      {rows.length === 0 ? (
        <p className="text-ink-soft">It joins none yet, or none that you may read.</p>
      ) : null}
      <ul className="mt-2 space-y-4">
        {rows.map(({ id, words, about, kind, slug }) => (
          <li key={id} className="wrap-anywhere">
            <p className="text-ink-soft">{about}</p>
            <p>
              <TextLink href={pathOf({ kind, id, slug })}>{words}</TextLink>
            </p>
            <p>
              <TextLink
                href={`/workshops/${slug}/provenance/${kind}/${id}`}
                className="inline-flex min-h-11 items-center"
              >
                Where this came from
              </TextLink>
            </p>
            <Disclosure
              summary={
                <>
                  Change<span className="sr-only"> what it joins: {words}</span>
                </>
              }
            >
              <LeaveSource briefId={brief.id} id={id} kind={kind} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {statements.length > 0 ? (
        <Disclosure summary="Join a statement">
          <JoinSource briefId={brief.id} kind="statement" choices={statements} />
        </Disclosure>
      ) : null}
      {ideas.length > 0 ? (
        <Disclosure summary="Join an idea">
          <JoinSource briefId={brief.id} kind="idea" choices={ideas} />
        </Disclosure>
      ) : null}
      <p>
        <TextLink href={`/briefs/${brief.id}/provenance`} className="inline-flex min-h-11 items-center">
          The whole chain, from the first post-it to what is measured
        </TextLink>
      </p>
    </section>
  )
}
