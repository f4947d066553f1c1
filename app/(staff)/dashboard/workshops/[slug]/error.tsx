'use client'

import { Failure } from '../../../../_ui/failure.tsx'

/** A page of the workshop that failed; the tabs stay. */
export default function WorkshopError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/dashboard" backLabel="Go to the dashboard" />
}
