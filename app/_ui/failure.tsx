'use client'

import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { ButtonLink } from './button-link.tsx'

type Props = {
  error: Error & { digest?: string }
  /** Renders the segment again. */
  retry: () => void
  /** Where to go instead. */
  backHref?: string
  backLabel?: string
}

/** What an error page says: what happened, that nothing typed is lost, and what to do. */
export function Failure({ error, retry, backHref = '/', backLabel = 'Go to the start page' }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <div className="max-w-prose">
      <title>This page could not be shown - Q Lab Workshops</title>
      <h1 ref={heading} tabIndex={-1} className="outline-none">
        This page could not be shown
      </h1>
      <p className="mt-2">Something went wrong on our side. What you have saved is still there.</p>
      {error.digest ? (
        <p className="mt-2">
          If it happens again, tell the Lab team this number:{' '}
          <code className="break-all">{error.digest}</code>
        </p>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button onClick={retry}>Try again</Button>
        <ButtonLink variant="secondary" href={backHref}>
          {backLabel}
        </ButtonLink>
      </div>
    </div>
  )
}
