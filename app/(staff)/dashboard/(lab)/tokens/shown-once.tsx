'use client'

import { useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { Notice } from '../../../../_ui/notice.tsx'

type Props = {
  title: string
  /** What to do with it, and why now. */
  children: React.ReactNode
  secret: string
  copyLabel: string
  onDone: () => void
}

/** A new secret, which is shown here and nowhere again. */
export function ShownOnce({ title, children, secret, copyLabel, onDone }: Props) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // Without the right to the clipboard it can be marked and copied by hand.
      setCopied(false)
    }
  }

  return (
    <div role="status">
      <Notice title={title}>
        <p>{children}</p>
        <p className="my-2 font-mono select-all break-all rounded-card border border-line bg-surface p-3">
          {secret}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" onClick={copy}>
            {copied ? 'Copied' : copyLabel}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            I have it
          </Button>
        </div>
      </Notice>
    </div>
  )
}
