'use client'

import { useKeptText } from './use-kept-text.ts'

/** What a text read when its change was begun, kept beside the draft of the change. */
export type Begun = {
  /** To be sent with the change: what has changed since is not saved over. */
  words: string
  /** Remembers it from the first keystroke on. */
  note: () => void
  /** Somebody else's words, where they were saved meanwhile; null where nothing came between. */
  overtakenBy: string | null
  /** Whoever has seen them may save over them. */
  see: () => void
  forget: () => void
}

/** Holds a text that is being changed against what is saved there now. */
export function useBegun(storageKey: string, now: string, mine: string): Begun {
  const [words, setWords, forget] = useKeptText(`${storageKey}.begun`, now)
  return {
    words,
    note: () => setWords(words),
    overtakenBy: words !== now && mine.trim() !== now ? now : null,
    see: () => setWords(now),
    forget,
  }
}
