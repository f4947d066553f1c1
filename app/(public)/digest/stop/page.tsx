import type { Metadata } from 'next'
import { readStopToken } from '#auth/digest-links.ts'
import { Button } from '../../../_ui/button.tsx'
import { ButtonLink } from '../../../_ui/button-link.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'

export const metadata: Metadata = { title: 'Stop mails about answers' }

type Search = Promise<Record<'token' | 'stopped', string | string[] | undefined>>

/** Where the link in a digest leads. Opening it stops nothing: only the button does, and scanners press no buttons. */
export default async function StopDigestPage({ searchParams }: { searchParams: Search }) {
  const { token, stopped } = await searchParams
  const given = String(token ?? '')
  if (readStopToken(given) === null) {
    return (
      <>
        <PageHeading
          title="This link is not complete"
          lead="Open it from the mail again, and make sure that you get all of it. Or sign in and turn the mails off there."
        />
        <ButtonLink href="/sign-in">Go to the sign-in page</ButtonLink>
      </>
    )
  }
  if (stopped !== undefined) {
    return (
      <>
        <PageHeading
          title="The mails are stopped"
          lead="You get no more mails about answers to what you wrote. When you are signed in you can turn them on again."
        />
        <ButtonLink href="/workshops">Go to your workshops</ButtonLink>
      </>
    )
  }
  return (
    <>
      <PageHeading
        title="Stop mails about answers"
        lead="You then get no more mails when others answer what you wrote. Everything you wrote stays."
      />
      <form method="post" action={`/digest/stop/now?token=${encodeURIComponent(given)}`}>
        <Button type="submit">Stop these mails</Button>
      </form>
    </>
  )
}
