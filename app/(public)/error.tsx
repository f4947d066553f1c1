'use client'

import { Failure } from '../_ui/failure.tsx'

/** A public page that failed. */
export default function PublicError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} />
}
