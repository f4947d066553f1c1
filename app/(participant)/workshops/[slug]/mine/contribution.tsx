import { Card } from '../../../../_ui/card.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { firstWords } from '../first-words.ts'
import { KIND_LABELS, stagesOf } from '../provenance/[kind]/[id]/chain.ts'
import { ProvenanceLink } from '../provenance-link.tsx'
import type { MyContributionsQuery } from './mine.generated.ts'

type Own = NonNullable<NonNullable<MyContributionsQuery['workshop']>['viewerContributions']>[number]

// As much as is read at a glance; the chain has the rest.
const SHOWN = 3

/** One thing that the viewer wrote, and the stages that it has reached. */
export function Contribution({ slug, one }: { slug: string; one: Own }) {
  const { of, outcomes } = one
  const stages = stagesOf({ of, origins: [], outcomes })
    .map(({ kind, links }) => ({ kind, links: links.filter(({ asked }) => !asked) }))
    .filter(({ links }) => links.length > 0)
  return (
    <li>
      <Card>
        <p className="font-bold whitespace-pre-line wrap-anywhere">
          <TextLink href={of.path}>{of.title}</TextLink>
        </p>
        {of.detail ? <p className="text-ink-soft first-letter:uppercase">{of.detail}</p> : null}
        {stages.length === 0 ? (
          <p className="mt-2">Nothing has come of it yet.</p>
        ) : (
          <dl className="mt-2 space-y-2 border-s-4 border-accent ps-4">
            {stages.map(({ kind, links }) => (
              <div key={kind}>
                <dt className="font-bold">{KIND_LABELS[kind][links.length === 1 ? 0 : 1]}</dt>
                {links.slice(0, SHOWN).map((link) => (
                  <dd key={link.id} className="wrap-anywhere">
                    <TextLink href={link.path}>{firstWords(link.title, 120)}</TextLink>
                    {link.detail ? <span className="text-ink-soft"> ({link.detail})</span> : null}
                  </dd>
                ))}
                {links.length > SHOWN ? (
                  <dd className="text-ink-soft">and {links.length - SHOWN} more</dd>
                ) : null}
              </div>
            ))}
          </dl>
        )}
        <ProvenanceLink slug={slug} kind={kindOf(of.kind)} id={of.id} about={of.title}>
          See the whole chain
        </ProvenanceLink>
      </Card>
    </li>
  )
}

function kindOf(kind: Own['of']['kind']) {
  if (kind === 'ISSUE') return 'issue'
  if (kind === 'STATEMENT') return 'statement'
  return kind === 'IDEA' ? 'idea' : 'critique'
}
