import { ButtonLink } from '../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../_ui/not-found-words.tsx'

/** A brief that is not there, or is kept inside. */
export default function BriefNotFound() {
  return (
    <NotFoundWords
      title="Brief not found"
      actions={<ButtonLink href="/workshops">Go to my workshops</ButtonLink>}
    >
      <p>It may not be published yet, or you may need to sign in to see it.</p>
    </NotFoundWords>
  )
}
