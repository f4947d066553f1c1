import { HORIZON_LABELS } from '#domain/ideas.ts'
import { pathOf } from '#domain/paths.ts'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import type { BriefView } from './load-brief.ts'
import { LeaveSource } from './source-acts.tsx'

/** The statements and ideas that the brief joins, each with the way back to where it came from. */
export function Sources({ brief }: { brief: BriefView }) {
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
    </section>
  )
}
