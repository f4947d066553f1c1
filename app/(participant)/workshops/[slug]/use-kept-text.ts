'use client'

import { type RefCallback, useEffect, useState } from 'react'
import { type Control, joinWords, useEarlyWords } from '../../../_ui/use-early-words.ts'

type KeptText = [
  text: string,
  setText: (text: string) => void,
  forget: () => void,
  /** The `ref` of its fields where the server draws them, so that what is typed before the script runs counts too. */
  field: RefCallback<Control>,
]

/** A text being typed, kept in this browser until it is forgotten: because it was saved, or given up. */
export function useKeptText(key: string, initial: string): KeptText {
  const [text, setText] = useState(initial)
  const isEarly = useEarlyWords()
  useEffect(() => {
    const kept = readKeptText(key)
    if (kept !== null) setText(kept)
  }, [key])
  function keep(typed: string) {
    setText(typed)
    quietly(() => localStorage.setItem(key, typed))
  }
  return [
    text,
    keep,
    () => quietly(() => localStorage.removeItem(key)),
    (control) => {
      if (!control || !isEarly(control)) return
      const writes = control instanceof HTMLTextAreaElement
      keep(writes ? joinWords(readKeptText(key) ?? '', control.value) : control.value)
    },
  ]
}

/** What is kept under a key; null where nothing is. */
export function readKeptText(key: string): string | null {
  return quietly(() => localStorage.getItem(key)) ?? null
}

// Storage may be switched off; then the text lives as long as the page.
function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
