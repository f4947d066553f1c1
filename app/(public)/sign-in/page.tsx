import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { formToken } from '#auth/csrf.ts'
import { singleSignOnName } from '#auth/single-sign-on.ts'
import { readTyped } from '#auth/typed.ts'
import { whoIsHere } from '#auth.ts'
import { namedCookie, sessionCookie } from '#auth-cookies.ts'
import { readEmail } from '#domain/text.ts'
import { Button } from '../../_ui/button.tsx'
import { FormErrorSummary } from '../../_ui/form-error-summary.tsx'
import { Notice } from '../../_ui/notice.tsx'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { TextField } from '../../_ui/text-field.tsx'
import { SignedInAs } from './signed-in-as.tsx'

type Search = Promise<{ callbackUrl?: string | string[]; problem?: string; opened?: string }>

const PROBLEMS: Record<string, string> = {
  form: 'The form was open for too long. Send it again.',
  mail: 'The mail could not be sent. Try again in a minute.',
}

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const { problem } = await searchParams
  return { title: problem ? 'Error: Sign in' : 'Sign in' }
}

/** The way in for everybody who has no room code at hand. */
export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { callbackUrl, problem, opened } = await searchParams
  const given: Record<string, string> = typeof callbackUrl === 'string' ? { callbackUrl } : {}
  const next = given.callbackUrl ?? '/workshops'
  const jar = await cookies()
  const token = formToken(jar.get(namedCookie('csrf').name)?.value)
  if (token === null && opened === undefined) redirect(`/api/auth/signin?${new URLSearchParams(given)}`)

  const here = await whoIsHere(jar.get(sessionCookie().name)?.value)
  const { email } = readTyped(jar.get(namedCookie('typed').name)?.value)
  const reading = problem === 'email' ? readEmail(email) : null
  const emailError = reading && !reading.ok ? reading.refusal.message : null
  const errors = [
    ...(emailError ? [{ message: emailError, fieldId: 'email' }] : []),
    ...(problem && PROBLEMS[problem] ? [{ message: PROBLEMS[problem], fieldId: null }] : []),
  ]
  const organisation = singleSignOnName()

  return (
    <>
      <FormErrorSummary errors={errors} />
      <PageHeading title="Sign in" lead="No password: we send you a link by e-mail." />
      <div className="max-w-prose space-y-6">
        {here ? <SignedInAs id={here.id} email={here.email} isGuest={here.isGuest} /> : null}
        {token === null ? (
          <Notice kind="warning" title="Allow cookies to sign in">
            This browser refuses cookies. Allow them for this site, then load this page again.
          </Notice>
        ) : null}
        <form method="post" action="/api/auth/signin/email" noValidate className="space-y-4">
          <input type="hidden" name="csrfToken" value={token ?? ''} />
          <input type="hidden" name="callbackUrl" value={next} />
          <TextField
            id="email"
            name="email"
            type="email"
            label="E-mail address"
            hint="Use the address that your invitation came to, if you have one."
            error={emailError}
            defaultValue={email}
            autoComplete="email"
            spellCheck={false}
            autoCapitalize="none"
          />
          <Button type="submit">Send me a link</Button>
        </form>
        {organisation ? (
          <form method="post" action="/api/auth/signin/sso" className="space-y-3">
            <input type="hidden" name="csrfToken" value={token ?? ''} />
            <input type="hidden" name="callbackUrl" value={next} />
            <p>Or use the account you have there:</p>
            <Button type="submit" variant="secondary">
              Sign in with {organisation}
            </Button>
          </form>
        ) : null}
        <p>
          In the room, with a code on the screen or the sheet? <Link href="/join">Join the workshop</Link>.
          You need no account.
        </p>
      </div>
    </>
  )
}
