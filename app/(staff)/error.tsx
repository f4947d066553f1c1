'use client'

import { Failure } from '../_ui/failure.tsx'

/** A page of the dashboard that failed. */
export default function StaffError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/dashboard" backLabel="Go to the dashboard" />
}
