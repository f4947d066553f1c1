import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../../../_ui/not-found-words.tsx'

/** A round that this workshop does not have, or a page that rounds do not have. */
export default function RoundNotFound() {
  return (
    <NotFoundWords
      title="Voting round not found"
      actions={<ButtonLink href="/dashboard">Go to the dashboard</ButtonLink>}
    >
      <p>
        This workshop has no such round. It may have been thrown away before it was opened. Look under Voting
        above.
      </p>
    </NotFoundWords>
  )
}
