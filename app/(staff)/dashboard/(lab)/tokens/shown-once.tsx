'use client'

import { useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Notice } from '../../../../_ui/notice.tsx'

type Props = { organisation: string; token: string; onDone: () => void }

/** A new token, which is shown here and nowhere again. */
export function ShownOnce({ organisation, token, onDone }: Props) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(token)
      setCopied(true)
    } catch {
      // Without the right to the clipboard it can be marked and copied by hand.
      setCopied(false)
    }
  }

  return (
    <div role="status">
      <Notice title={`The token for ${organisation}`}>
        <p>Copy it now and give it to them by a safe way. It is shown this once and kept nowhere.</p>
        <p className="my-2 font-mono select-all break-all rounded-card border border-line bg-surface p-3">
          {token}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" onClick={copy}>
            {copied ? 'Copied' : 'Copy the token'}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            I have it
          </Button>
        </div>
      </Notice>
    </div>
  )
}
