'use client'

import { Failure } from '../_ui/failure.tsx'

/** A page of the room that failed as a whole. */
export default function ParticipantError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure {...props} backHref="/workshops" backLabel="Go to my workshops" />
}
