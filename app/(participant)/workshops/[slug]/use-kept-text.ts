'use client'

import { useEffect, useState } from 'react'

/** A text being typed, kept in this browser until it is forgotten: because it was saved, or given up. */
export function useKeptText(key: string, initial: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(initial)
  useEffect(() => {
    const kept = readKeptText(key)
    if (kept !== null) setText(kept)
  }, [key])
  return [
    text,
    (typed) => {
      setText(typed)
      quietly(() => localStorage.setItem(key, typed))
    },
    () => quietly(() => localStorage.removeItem(key)),
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
