import type { Metadata } from 'next'
import { ButtonLink } from './_ui/button-link.tsx'
import { Main } from './_ui/main.tsx'

export const metadata: Metadata = { title: 'This page is not open to you' }

/** Shown where the viewer is known, and the page is for people with another role. */
export default function Forbidden() {
  return (
    <Main>
      <h1>This page is not open to you</h1>
      <p className="mt-2 max-w-prose">
        You are signed in, and this page is for people with another role. Ask a facilitator of the workshop or
        an administrator if you need it.
      </p>
      <div className="mt-6">
        <ButtonLink href="/workshops">Go to my workshops</ButtonLink>
      </div>
    </Main>
  )
}
