'use client'

import './globals.css'
import { Failure } from './_ui/failure.tsx'
import { Main } from './_ui/main.tsx'

/** Shown when not even the layout could be rendered, so it brings its own document. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang="en-GB">
      <body className="bg-paper font-sans text-ink">
        <Main>
          <Failure error={error} retry={retry} />
        </Main>
      </body>
    </html>
  )
}
