'use client'

import { Failure } from '../../../_ui/failure.tsx'

/** A page of a workshop that failed; the workshop's navigation stays. */
export default function WorkshopError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/workshops" backLabel="Go to my workshops" />
}
