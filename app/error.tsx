'use client'

import { Failure } from './_ui/failure.tsx'
import { Main } from './_ui/main.tsx'

/** The last page that can be shown when a group of pages has failed as a whole. */
export default function RootError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <Main>
      <Failure error={error} retry={retry} />
    </Main>
  )
}
