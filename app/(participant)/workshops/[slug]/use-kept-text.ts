'use client'

import { type RefCallback, useEffect, useState } from 'react'
import { type Control, joinWords, useEarlyWords } from '../../../_ui/use-early-words.ts'
import { forgetDraft, keepDraft, readDraft } from './drafts.ts'

type KeptText = [
  text: string,
  setText: (text: string) => void,
  forget: () => void,
  /** The `ref` of its fields where the server draws them, so that what is typed before the script runs counts too. */
  field: RefCallback<Control>,
]

/** A text being typed, kept on this device for its writer until it is forgotten: because it was saved, or given up. */
export function useKeptText(key: string, initial: string): KeptText {
  const [text, setText] = useState(initial)
  const isEarly = useEarlyWords()
  useEffect(() => {
    const kept = readDraft(key)
    if (kept !== null) setText(kept)
  }, [key])
  function keep(typed: string) {
    setText(typed)
    keepDraft(key, typed)
  }
  return [
    text,
    keep,
    () => forgetDraft(key),
    (control) => {
      if (!control || !isEarly(control)) return
      const writes = control instanceof HTMLTextAreaElement
      keep(writes ? joinWords(readDraft(key) ?? '', control.value) : control.value)
    },
  ]
}
