import { describeLink, type LinkOutlook } from '#auth/sign-in-links.ts'
import { plural } from '#domain/numbers.ts'
import { Button } from '../../../_ui/button.tsx'
import { ButtonLink } from '../../../_ui/button-link.tsx'
import { FormErrorSummary } from '../../../_ui/form-error-summary.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

type Props = {
  token: string
  next: string
  outlook: LinkOutlook
  problem: 'wrong-code' | 'digits' | null
  /** Whether this browser holds a seat without an account, which comes along. */
  isGuest: boolean
}

/** A link as it is found: a button, the question for the six digits, or why it does not work. */
export function ConfirmLink({ token, next, outlook, problem, isGuest }: Props) {
  const { title, text } = describeLink(outlook)
  const needsCode = outlook.state === 'CODE_NEEDED'
  if (!needsCode && outlook.state !== 'READY') {
    return (
      <>
        <PageHeading title={title} lead={text} />
        <ButtonLink href="/sign-in">Ask for a new link</ButtonLink>
      </>
    )
  }

  const error = needsCode ? codeError(problem, outlook.triesLeft) : null
  return (
    <>
      <FormErrorSummary errors={error ? [{ message: error, fieldId: 'code' }] : []} />
      <PageHeading title={title} lead={needsCode ? text : <>You are signing in as {outlook.email}.</>} />
      <form method="post" action="/api/auth/callback/email" noValidate className="space-y-4">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="callbackUrl" value={next} />
        {needsCode ? (
          <TextField
            id="code"
            name="code"
            label="Six digits"
            error={error}
            inputMode="numeric"
            autoComplete="one-time-code"
            className="max-w-48 tabular-nums"
          />
        ) : null}
        {isGuest ? <p>The seat you have in this browser comes along to your account.</p> : null}
        <Button type="submit">Sign in</Button>
      </form>
    </>
  )
}

function codeError(problem: Props['problem'], triesLeft: number): string | null {
  if (problem === 'digits') return 'Enter the six digits.'
  if (problem === 'wrong-code')
    return `These are not the right digits. You have ${plural(triesLeft, 'try', 'tries')} left.`
  return null
}
