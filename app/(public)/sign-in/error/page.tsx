import type { Metadata } from 'next'
import { singleSignOnName } from '#auth/single-sign-on.ts'
import { ButtonLink } from '../../../_ui/button-link.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'

export const metadata: Metadata = { title: 'You are not signed in' }

type Search = Promise<{ error?: string | string[] }>

/** Why a sign-in did not work, and what to do instead. */
export default async function SignInErrorPage({ searchParams }: { searchParams: Search }) {
  const { title, text } = explain(String((await searchParams).error), singleSignOnName() ?? 'the provider')
  return (
    <>
      <PageHeading title={title} lead={text} />
      <ButtonLink href="/sign-in">Go to the sign-in page</ButtonLink>
    </>
  )
}

function explain(error: string, organisation: string): { title: string; text: string } {
  if (error === 'OAuthAccountNotLinked') {
    return {
      title: 'Sign in with a link by e-mail',
      text: `There is an account here with the address that ${organisation} gave us. To keep it safe, it is not opened in this way. Ask for a link by e-mail instead.`,
    }
  }
  if (error.startsWith('OAuth') || error === 'Callback') {
    return {
      title: `Signing in with ${organisation} did not work`,
      text: 'You may have cancelled, or taken longer than fifteen minutes. Try again, or ask for a link by e-mail.',
    }
  }
  return { title: 'You are not signed in', text: 'Something went wrong on our side. Ask for a new link.' }
}
