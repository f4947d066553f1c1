import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { readTyped } from '#auth/typed.ts'
import { isWelcome, readWelcome } from '#auth/welcome.ts'
import { namedCookie } from '#auth-cookies.ts'
import { Button } from '../../../_ui/button.tsx'
import { ButtonLink } from '../../../_ui/button-link.tsx'
import { FormErrorSummary } from '../../../_ui/form-error-summary.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ problem?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { problem } = await searchParams
  return { title: problem ? 'Error: Welcome' : 'Welcome' }
}

/** The first administrator comes in by the link that the server printed when it started. */
export default async function WelcomePage({ params, searchParams }: Props) {
  const { token } = await params
  const { problem } = await searchParams
  if (!(await isWelcome(token))) return <NoLongerWelcome />

  const typed = readTyped((await cookies()).get(namedCookie('typed').name)?.value)
  const { name, email } = readWelcome(typed)
  const nameError = problem && !name.ok ? name.refusal.message : null
  const emailError = problem && !email.ok ? email.refusal.message : null
  const errors = [
    ...(nameError ? [{ message: nameError, fieldId: 'name' }] : []),
    ...(emailError ? [{ message: emailError, fieldId: 'email' }] : []),
  ]
  return (
    <>
      <FormErrorSummary errors={errors} />
      <PageHeading
        title="Welcome to Q Lab Workshops"
        lead="You are the first here, so you become the administrator: you invite staff and may see every workshop."
      />
      <form
        method="post"
        action={`/welcome/${encodeURIComponent(token)}/accept`}
        noValidate
        className="space-y-4"
      >
        <TextField
          id="name"
          name="name"
          label="Your name"
          hint="As Lab staff know you."
          error={nameError}
          defaultValue={typed.name}
          autoComplete="name"
        />
        <TextField
          id="email"
          name="email"
          type="email"
          label="Your e-mail address"
          hint="You sign in with it from now on. Check it twice: this link works once."
          error={emailError}
          defaultValue={typed.email}
          autoComplete="email"
          spellCheck={false}
          autoCapitalize="none"
        />
        <Button type="submit">Start as administrator</Button>
      </form>
    </>
  )
}

function NoLongerWelcome() {
  return (
    <>
      <PageHeading
        title="This link no longer works"
        lead="It has been used, replaced by a newer one, or is more than a day old. If nobody is administrator yet, start the server again: it prints a new link."
      />
      <ButtonLink href="/sign-in">Go to the sign-in page</ButtonLink>
    </>
  )
}
