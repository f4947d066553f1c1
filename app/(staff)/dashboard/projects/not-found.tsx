import { ButtonLink } from '../../../_ui/button-link.tsx'
import { NotFoundWords } from '../../../_ui/not-found-words.tsx'

/** A project that is not there, or may not be known of. */
export default function ProjectNotFound() {
  return (
    <NotFoundWords
      title="Project not found"
      actions={<ButtonLink href="/dashboard">Go to the dashboard</ButtonLink>}
    >
      <p>There is no such project, or you have no part in it. Look for it on the dashboard.</p>
    </NotFoundWords>
  )
}
