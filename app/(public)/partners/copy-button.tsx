'use client'

import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'

type State = 'IDLE' | 'COPIED' | 'REFUSED'
const WORDS: Record<State, string> = { IDLE: 'Copy', COPIED: 'Copied', REFUSED: 'Select it and copy' }

/** Puts a piece of code on the clipboard. `what` completes the name for those who do not see where it stands. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<State>('IDLE')
  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setState('COPIED'),
      () => setState('REFUSED'),
    )
  }
  return (
    <Button variant="quiet" onClick={copy} className="print:hidden">
      <span aria-live="polite">{WORDS[state]}</span>
      <span className="sr-only">: {what}</span>
    </Button>
  )
}
