import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { formatDay } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Breadcrumbs } from '../../../../../_ui/breadcrumbs.tsx'
import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import { dayOf, momentOf } from '../../../../../_ui/moments.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { staffViewer } from '../../../../staff-viewer.ts'
import { TokenStateTag } from '../token-state-tag.tsx'
import { scopesInWords } from '../token-words.ts'
import { EndToken } from './end-token.tsx'
import { TokenPageDocument, type TokenPageQuery } from './token.generated.ts'

export const metadata: Metadata = { title: 'Partner token' }

type Props = { params: Promise<{ tokenId: string }> }
type Token = NonNullable<TokenPageQuery['partnerToken']>

const days: Column<Token['usage'][number]>[] = [
  { key: 'day', header: 'Day', cell: ({ day }) => formatDay(day) },
  { key: 'requests', header: 'Requests', numeric: true, cell: ({ requests }) => inFigures(requests) },
  { key: 'cost', header: 'Cost', numeric: true, cell: ({ cost }) => inFigures(cost) },
  { key: 'errors', header: 'Answers with an error', numeric: true, cell: ({ errors }) => inFigures(errors) },
]

const operations: Column<Token['topOperations'][number]>[] = [
  { key: 'name', header: 'Operation', cell: ({ name }) => name || 'Without a name' },
  { key: 'requests', header: 'Requests', numeric: true, cell: ({ requests }) => inFigures(requests) },
  { key: 'cost', header: 'Cost', numeric: true, cell: ({ cost }) => inFigures(cost) },
]

/** One token: what it opens, what was asked with it, and how to end or replace it. */
export default async function TokenPage({ params }: Props) {
  const viewer = await staffViewer()
  if (!viewer.canManageStaff) forbidden()
  const { partnerToken: token } = await query(TokenPageDocument, { id: (await params).tokenId })
  if (!token) notFound()
  return (
    <>
      <PageHeading
        above={<Breadcrumbs steps={[{ href: '/dashboard/tokens', label: 'Partner tokens' }]} />}
        title={token.organisation}
      />
      <Facts token={token} />
      {token.state === 'ACTIVE' ? <EndToken id={token.id} organisation={token.organisation} /> : null}
      <section aria-labelledby="usage" className="mt-10">
        <h2 id="usage">The last 30 days</h2>
        {token.usage.length === 0 ? (
          <p className="mt-1 text-ink-soft">Nothing has been asked with it.</p>
        ) : (
          <div className="mt-3 grid gap-8 lg:grid-cols-2 lg:items-start">
            <DataTable
              caption="Requests by day"
              columns={days}
              rows={token.usage}
              rowKey={({ day }) => day}
            />
            <DataTable
              caption="Operations asked most often"
              columns={operations}
              rows={token.topOperations}
              rowKey={({ name }) => name}
            />
          </div>
        )}
      </section>
    </>
  )
}

function Facts({ token }: { token: Token }) {
  const { projects, workshops, origins, rotatedFrom, lastUsedAt, lastUsedAddress } = token
  const facts: [string, React.ReactNode][] = [
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
    ...(origins.length > 0 ? ([['Web pages', origins.join(', ')]] as [string, string][]) : []),
    ...(rotatedFrom
      ? ([
          [
            'Takes the place of',
            <TextLink key="from" href={`/dashboard/tokens/${rotatedFrom.id}`}>
              {rotatedFrom.prefix}
            </TextLink>,
          ],
        ] as [string, React.ReactNode][])
      : []),
  ]
  return (
    <dl className="grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="mb-2 wrap-anywhere sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
