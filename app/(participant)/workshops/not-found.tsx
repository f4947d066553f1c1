import { ButtonLink } from '../../_ui/button-link.tsx'
import { NotFoundWords } from '../../_ui/not-found-words.tsx'

/** Also shown for a workshop that exists and is not the viewer's to know of, so it never says which. */
export default function WorkshopNotFound() {
  return (
    <NotFoundWords
      title="Workshop not found"
      actions={
        <>
          <ButtonLink href="/join">Join with a room code</ButtonLink>
          <ButtonLink variant="secondary" href="/sign-in">
            Sign in
          </ButtonLink>
        </>
      }
    >
      <p>The address may be mistyped, or the workshop may have been removed.</p>
      <p>
        If it is yours, join again with the room code, or sign in with the e-mail address to which you were
        invited.
      </p>
    </NotFoundWords>
  )
}
