'use client'

import { useSyncExternalStore } from 'react'
import { plural } from '#domain/numbers.ts'
import { Notice } from '../../_ui/notice.tsx'
import { countUnsent } from '../../_ui/own-storage.ts'

/** What a person has written on this device and the server has not taken yet. */
export function UnsentNotice({ personId }: { personId: string }) {
  const unsent = useSyncExternalStore(
    listen,
    () => countUnsent(personId),
    () => 0,
  )
  if (unsent === 0) return null
  return (
    <Notice kind="warning" title={`${plural(unsent, 'thing has', 'things have')} not been sent yet`}>
      <p>
        Post-its, comments or dots of yours wait on this device for the connection. Signing out deletes them.
        Go back to the workshop and wait until they have been sent if they matter.
      </p>
    </Notice>
  )
}

function listen(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}
