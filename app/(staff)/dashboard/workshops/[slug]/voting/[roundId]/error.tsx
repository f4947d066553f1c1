'use client'

import { Failure } from '../../../../../../_ui/failure.tsx'

/** A round's page that failed. */
export default function RoundError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/dashboard" backLabel="Go to the dashboard" />
}
