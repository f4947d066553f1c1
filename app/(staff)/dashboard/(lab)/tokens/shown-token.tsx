'use client'

import { ShownOnce } from './shown-once.tsx'

type Props = { organisation: string; token: string; onDone: () => void }

/** A new token, to be given to its organisation. */
export function ShownToken({ organisation, token, onDone }: Props) {
  return (
    <ShownOnce
      title={`The token for ${organisation}`}
      secret={token}
      copyLabel="Copy the token"
      onDone={onDone}
    >
      Copy it now and give it to them by a safe way. It is shown this once and kept nowhere.
    </ShownOnce>
  )
}
