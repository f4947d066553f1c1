import { inFigures, plural } from '#domain/numbers.ts'
import { type Fact, FactList } from '../../../_ui/fact-list.tsx'
import { dayOf } from '../../../_ui/moments.ts'
import { TokenUsage } from '../../../_ui/token-usage.tsx'
import type { Use } from './ask-for-use.ts'

/** What a token opens, and what was asked with it. */
export function Grant({ grant }: { grant: Use['grant'] }) {
  return (
    <>
      <section aria-labelledby="grant">
        <h2 id="grant" className="mb-3">
          {grant.organisation}
        </h2>
        <FactList facts={factsOf(grant)} />
      </section>
      <section aria-labelledby="usage">
        <h2 id="usage">The last 30 days</h2>
        <TokenUsage usage={grant.usage} topOperations={grant.topOperations} />
      </section>
    </>
  )
}

function factsOf(grant: Use['grant']): Fact[] {
  const { allPublished, projects, workshops, left, origins } = grant
  const named = [...projects, ...workshops].map(({ title }) => title).join(', ')
  return [
    ['Public part', grant.prefix],
    ['Reads', grant.scopes.join(', ')],
    ['Of', allPublished ? 'All that is published' : named || 'Nothing that is published at the moment'],
    ['Made on', dayOf(grant.createdAt)],
    ['Ends on', dayOf(grant.expiresAt)],
    [
      'Limits',
      `${inFigures(grant.requestsPerMinute)} requests and a cost of ${inFigures(grant.costPerMinute)} a minute`,
    ],
    ...(left
      ? [
          [
            'Left of this minute',
            `${plural(left.requests, 'request')} and a cost of ${inFigures(left.cost)}, for ${plural(left.seconds, 'second')}`,
          ] as const,
        ]
      : []),
    ...(origins.length > 0 ? [['Web pages', origins.join(', ')] as const] : []),
  ]
}
