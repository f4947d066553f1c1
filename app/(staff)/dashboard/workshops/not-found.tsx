import { ButtonLink } from '../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../_ui/not-found-words.tsx'

/** A workshop that is not there, or may not be known of. */
export default function WorkshopNotFound() {
  return (
    <NotFoundWords
      title="Workshop not found"
      actions={
        <>
          <ButtonLink href="/dashboard">Go to the dashboard</ButtonLink>
          <ButtonLink href="/dashboard?status=DELETED" variant="secondary">
            Look at deleted workshops
          </ButtonLink>
        </>
      }
    >
      <p>
        There is no such workshop, or you have no part in it. If it was deleted, it can be brought back for 30
        days.
      </p>
    </NotFoundWords>
  )
}
