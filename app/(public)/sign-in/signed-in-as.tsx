import { Button } from '../../_ui/button.tsx'
import { Notice } from '../../_ui/notice.tsx'

/** Tells somebody who opens the sign-in page that they are in already, and what signing in would change. */
export function SignedInAs({ email, isGuest }: { email: string | null; isGuest: boolean }) {
  if (isGuest) {
    return (
      <Notice title="You are here without an account">
        Sign in to keep your seat on your other devices too. What you have written and your dots stay yours.
      </Notice>
    )
  }
  return (
    <Notice title={email ? `You are signed in as ${email}` : 'You are signed in'}>
      <form method="post" action="/sign-out" className="mt-3">
        <Button type="submit" variant="secondary">
          Sign out
        </Button>
      </form>
    </Notice>
  )
}
