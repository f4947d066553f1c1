import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { query } from '../../_apollo/server.ts'
import { Button } from '../../_ui/button.tsx'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { SignOut } from '../../_ui/sign-out.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { SiteHeaderDocument } from '../../site-header.generated.ts'
import { UnsentNotice } from './unsent-notice.tsx'

export const metadata: Metadata = { title: 'Sign out' }

/** What signing out of this device means, before it is done. */
export default async function LeavePage() {
  const { viewer } = await query(SiteHeaderDocument, {})
  if (!viewer) redirect('/')
  return (
    <div className="max-w-prose space-y-4">
      <PageHeading title="Sign out of this device" />
      <UnsentNotice personId={viewer.id} />
      {viewer.email === null ? (
        <p>
          You joined with a room code and have no account. What you wrote stays in the workshop under your
          name. To take part again you join as somebody new, so sign out only when you have finished, or when
          somebody else is to use this device.
        </p>
      ) : (
        <p>What you have saved stays. You can sign in again at any time.</p>
      )}
      <SignOut personId={viewer.id} told>
        <Button type="submit" variant="danger">
          Sign out
        </Button>
      </SignOut>
      <p>
        <TextLink href="/workshops">Stay signed in</TextLink>
      </p>
    </div>
  )
}
