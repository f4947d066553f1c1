import { Button } from '../../_ui/button.tsx'
import { Notice } from '../../_ui/notice.tsx'
import { SignOut } from '../../_ui/sign-out.tsx'

/** Tells somebody who opens the sign-in page that they are in already, and what signing in would change. */
export function SignedInAs({ id, email, isGuest }: { id: string; email: string | null; isGuest: boolean }) {
  if (isGuest) {
    return (
      <Notice title="You are here without an account">
        Sign in to keep your seat on your other devices too. What you have written and your dots stay yours.
      </Notice>
    )
  }
  return (
    <Notice title={email ? `You are signed in as ${email}` : 'You are signed in'}>
      <div className="mt-3">
        <SignOut personId={id}>
          <Button type="submit" variant="secondary">
            Sign out
          </Button>
        </SignOut>
      </div>
    </Notice>
  )
}
