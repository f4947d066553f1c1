'use client'

import { Failure } from '../../../_ui/failure.tsx'

/** A project's page that failed. */
export default function ProjectError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/dashboard" backLabel="Go to the dashboard" />
}
