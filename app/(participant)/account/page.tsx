import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { GraphQLProvider } from '../../_apollo/provider.tsx'
import { query } from '../../_apollo/server.ts'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { Toasts } from '../../_ui/toasts.tsx'
import { KeepSeat } from '../workshops/(list)/keep-seat.tsx'
import { AccountPageDocument } from './account.generated.ts'
import { Settings } from './settings.tsx'

export const metadata: Metadata = { title: 'Your account' }

/** What the product knows of the viewer, and what they can settle for themselves. */
export default async function AccountPage() {
  const { viewer } = await query(AccountPageDocument, {})
  if (!viewer) notFound()
  return (
    <GraphQLProvider>
      <PageHeading
        title="Your account"
        lead={viewer.email ? `You are signed in as ${viewer.email}.` : undefined}
      />
      {viewer.email ? null : (
        <div className="mb-6">
          <KeepSeat path="/account" />
        </div>
      )}
      <Settings
        name={viewer.name ?? null}
        digest={viewer.digest ?? null}
        wallView={viewer.wallView ?? null}
      />
      <Toasts />
    </GraphQLProvider>
  )
}
