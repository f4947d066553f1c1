import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../../_ui/not-found-words.tsx'

/** A page that this workshop does not have. */
export default function WorkshopPageNotFound() {
  return (
    <NotFoundWords
      title="Page not found"
      actions={<ButtonLink href="/dashboard">Go to the dashboard</ButtonLink>}
    >
      <p>
        This workshop has no such page. It may have been removed. Use the links above to get to its other
        pages.
      </p>
    </NotFoundWords>
  )
}
