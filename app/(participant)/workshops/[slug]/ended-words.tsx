'use client'

import { useEffect } from 'react'
import { announce } from '../../../_ui/announce.ts'
import { Button } from '../../../_ui/button.tsx'
import { Notice } from '../../../_ui/notice.tsx'
import { toast } from '../../../_ui/toast.ts'

type Props = {
  /** The title of the step that has ended. */
  step: string
  text: string
  /** Where the words are kept, to throw them away or to bring them back. */
  setText: (text: string) => void
}

/** Words that were being written when their step ended: in sight until it opens again, or they are thrown away. */
export function EndedWords({ step, text, setText }: Props) {
  const ended = `“${step}” has ended. Your words are kept on this device`
  useEffect(() => announce(`${ended}.`), [ended])

  function throwAway() {
    setText('')
    toast('Your words are thrown away.', { action: { label: 'Undo', run: () => setText(text) } })
  }

  return (
    <Notice kind="warning" title={`${ended}:`} className="max-w-prose">
      <p className="my-3 whitespace-pre-line wrap-anywhere">{text}</p>
      <Button variant="secondary" onClick={throwAway}>
        Throw these words away
      </Button>
    </Notice>
  )
}
