import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../../../_ui/not-found-words.tsx'

/** An idea that is not there, or not for this reader. */
export default function IdeaNotFound() {
  return (
    <NotFoundWords
      title="Idea not found"
      actions={<ButtonLink href="/workshops">Go to my workshops</ButtonLink>}
    >
      <p>This idea is not on the wall. It may have been taken down. Use the links above to see the others.</p>
    </NotFoundWords>
  )
}
