import { ButtonLink } from '../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../_ui/not-found-words.tsx'

/** An address that leads nowhere, or not any more. */
export default function WriteUpNotFound() {
  return (
    <NotFoundWords
      title="Write-up not found"
      actions={<ButtonLink href="/">Go to the first page</ButtonLink>}
    >
      <p>It may have been withdrawn. Check the address, or ask whoever gave it to you for a new one.</p>
    </NotFoundWords>
  )
}
