import type { Metadata } from 'next'
import { ButtonLink } from './_ui/button-link.tsx'
import { Main } from './_ui/main.tsx'

export const metadata: Metadata = { title: 'Page not found' }

/** Also shown for what exists but may not be known of, so it never says which. */
export default function NotFound() {
  return (
    <Main>
      <h1>Page not found</h1>
      <div className="mt-2 max-w-prose space-y-3">
        <p>
          If you typed the address, check that it is right. If you followed a link, the page may have been
          removed.
        </p>
        <p>You may need to sign in or join the workshop to see it.</p>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink href="/workshops">Go to my workshops</ButtonLink>
        <ButtonLink variant="secondary" href="/join">
          Join with a room code
        </ButtonLink>
      </div>
    </Main>
  )
}
