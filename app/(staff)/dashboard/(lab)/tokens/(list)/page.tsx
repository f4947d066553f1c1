import type { Metadata } from 'next'
import Link from 'next/link'
import { forbidden } from 'next/navigation'
import { query } from '../../../../../_apollo/server.ts'
import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { dayOf, momentOf } from '../../../../../_ui/moments.ts'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../../_ui/show-more.tsx'
import { staffViewer } from '../../../../staff-viewer.ts'
import { takeRows } from '../../../all-pages.ts'
import { readSearch, rowsToShow, type SearchParams, withSearch } from '../../../search-params.ts'
import { TokenStateTag } from '../token-state-tag.tsx'
import { scopesInWords } from '../token-words.ts'
import { CreateToken } from './create-token.tsx'
import { GrantChoicesDocument, TokensPageDocument, type TokensPageQuery } from './tokens.generated.ts'

export const metadata: Metadata = { title: 'Partner tokens' }

type Token = TokensPageQuery['partnerTokens']['edges'][number]['node']

const ROWS = 50

const columns: Column<Token>[] = [
  {
    key: 'organisation',
    header: 'Organisation',
    cell: ({ id, organisation, prefix }) => (
      <>
        <Link href={`/dashboard/tokens/${id}`} className="font-bold wrap-anywhere">
          {organisation}
        </Link>
        <span className="block text-ink-soft">{prefix}</span>
      </>
    ),
  },
  {
    key: 'rights',
    header: 'Reads',
    cell: ({ scopes, allPublished }) =>
      `${scopesInWords(scopes)}, ${allPublished ? 'all that is published' : 'what is chosen'}`,
  },
  { key: 'state', header: 'State', cell: ({ state }) => <TokenStateTag state={state} /> },
  { key: 'ends', header: 'Ends', cell: ({ expiresAt }) => dayOf(expiresAt) },
  {
    key: 'used',
    header: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? momentOf(lastUsedAt) : 'Never'),
  },
]

/** The tokens by which partners read what is published. For administrators. */
export default async function TokensPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await staffViewer()
  if (!viewer.canManageStaff) forbidden()
  const read = await readSearch(searchParams)
  const shown = rowsToShow(read('show'), ROWS)
  const [{ rows, total }, { projects, workshops }] = await Promise.all([
    takeRows(
      shown,
      async (first, after) => (await query(TokensPageDocument, { first, after })).partnerTokens,
    ),
    query(GrantChoicesDocument, {}),
  ])
  return (
    <>
      <PageHeading
        title="Partner tokens"
        lead="With a token an organisation reads published workshops through the API: never votes of people, e-mail addresses, or what is hidden or not published."
      />
      {rows.length === 0 ? (
        <Empty title="No tokens yet">
          <p>Make the first one below. It is shown once, to be given to the organisation.</p>
        </Empty>
      ) : (
        <DataTable wide caption="Partner tokens" columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
      <ShowMore
        href={withSearch('/dashboard/tokens', { show: shown + ROWS })}
        shown={rows.length}
        total={total}
        noun="tokens"
      />
      <section aria-labelledby="create" className="mt-12">
        <h2 id="create">Make a token</h2>
        <CreateToken
          projects={projects.edges.map(({ node }) => node)}
          workshops={workshops.edges
            .map(({ node }) => node)
            .filter(({ publishedAt }) => publishedAt !== null)}
        />
      </section>
    </>
  )
}
