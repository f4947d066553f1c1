import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { inFigures } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { type Fact, FactList } from '../../../../../_ui/fact-list.tsx'
import { dayOf, momentOf } from '../../../../../_ui/moments.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { TokenUsage } from '../../../../../_ui/token-usage.tsx'
import { staffViewer } from '../../../../staff-viewer.ts'
import { readSearch, rowsToShow, type SearchParams } from '../../../search-params.ts'
import { TokenStateTag } from '../token-state-tag.tsx'
import { scopesInWords } from '../token-words.ts'
import { EndToken } from './end-token.tsx'
import { TokenPageDocument, type TokenPageQuery } from './token.generated.ts'
import { Webhooks } from './webhooks.tsx'

export const metadata: Metadata = { title: 'Partner token' }

type Props = { params: Promise<{ tokenId: string }>; searchParams: SearchParams }
const LOG = 5
const LONGEST_LOG = 100

type Token = NonNullable<TokenPageQuery['partnerToken']>

/** One token: what it opens, what was asked with it, and how to end or replace it. */
export default async function TokenPage({ params, searchParams }: Props) {
  const viewer = await staffViewer()
  if (!viewer.canManageStaff) forbidden()
  const log = Math.min(rowsToShow((await readSearch(searchParams))('log'), LOG), LONGEST_LOG)
  const { partnerToken: token } = await query(TokenPageDocument, { id: (await params).tokenId, log })
  if (!token) notFound()
  return (
    <>
      <PageHeading
        above={<Breadcrumbs steps={[{ href: '/dashboard/tokens', label: 'Partner tokens' }]} />}
        title={token.organisation}
      />
      <Facts token={token} />
      {token.state === 'ACTIVE' ? <EndToken id={token.id} organisation={token.organisation} /> : null}
      <Webhooks
        tokenId={token.id}
        tokenWorks={token.state === 'ACTIVE'}
        webhooks={token.webhooks}
        longerHref={log < LONGEST_LOG ? `/dashboard/tokens/${token.id}?log=${LONGEST_LOG}` : null}
      />
      <section aria-labelledby="usage" className="mt-10">
        <h2 id="usage">The last 30 days</h2>
        <TokenUsage usage={token.usage} topOperations={token.topOperations} />
      </section>
    </>
  )
}

function Facts({ token }: { token: Token }) {
  const { projects, workshops, origins, rotatedFrom, lastUsedAt, lastUsedAddress } = token
  const facts: Fact[] = [
    ['State', <TokenStateTag key="state" state={token.state} />],
    ['Public part', <span key="prefix">{token.prefix}</span>],
    ['Reads', scopesInWords(token.scopes)],
    [
      'Of',
      token.allPublished
        ? 'All that is published'
        : [...projects, ...workshops].map(({ title }) => title).join(', ') ||
          'Nothing that is there any more',
    ],
    ['Made on', dayOf(token.createdAt)],
    [token.revokedAt ? 'Revoked on' : 'Ends on', dayOf(token.revokedAt ?? token.expiresAt)],
    [
      'Last used',
      lastUsedAt ? `${momentOf(lastUsedAt)}${lastUsedAddress ? `, from ${lastUsedAddress}` : ''}` : 'Never',
    ],
    [
      'Limits',
      `${inFigures(token.requestsPerMinute)} requests and a cost of ${inFigures(token.costPerMinute)} a minute`,
    ],
    ...(origins.length > 0 ? [['Web pages', origins.join(', ')] as const] : []),
    ...(rotatedFrom
      ? [
          [
            'Takes the place of',
            <TextLink key="from" href={`/dashboard/tokens/${rotatedFrom.id}`}>
              {rotatedFrom.prefix}
            </TextLink>,
          ] as const,
        ]
      : []),
  ]
  return <FactList facts={facts} />
}
