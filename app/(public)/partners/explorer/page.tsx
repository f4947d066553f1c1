import type { Metadata } from 'next'
import { query } from '../../../_apollo/server.ts'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { SiteHeaderDocument } from '../../../site-header.generated.ts'
import { PartnerNav } from '../partner-nav.tsx'
import { Explorer } from './explorer.tsx'

export const metadata: Metadata = { title: 'Explorer' }

/** A place to try queries, with a token or as whoever is signed in. */
export default async function ExplorerPage() {
  const { viewer } = await query(SiteHeaderDocument, {})
  return (
    <>
      <PageHeading
        title="Explorer"
        lead={
          <>
            Choose an example or write a query of your own, and see what comes back. The{' '}
            <TextLink href="/partners/schema">schema reference</TextLink> says what there is.
          </>
        }
      />
      <PartnerNav />
      <Explorer signedInAs={viewer?.email ?? null} />
    </>
  )
}
