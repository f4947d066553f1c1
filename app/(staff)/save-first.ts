'use client'

import { useEffect, useEffectEvent } from 'react'

/** Answers whether it is saved; where it is not, the form shows why. */
type Save = () => Promise<boolean>

/** For a dialog whose act waits. */
export const NOT_SAVED =
  'What you have changed on the page could not be saved. Close this to see why; nothing has happened yet.'

const unsaved = new Map<string, Save>()

/** A form whose words belong to what the page's other buttons act on: they save it before they act. */
export function useSavedFirst(form: string, dirty: boolean, save: Save): void {
  const latest = useEffectEvent(save)
  useEffect(() => {
    if (!dirty) return
    unsaved.set(form, () => latest())
    return () => {
      unsaved.delete(form)
    }
  }, [form, dirty])
}

/**
 * Saves what is typed in the forms of the page, for an act that would close them or show what they hold to others. Answers
 * whether all of it is saved: where not, the act waits.
 */
export async function saveFirst(): Promise<boolean> {
  for (const save of [...unsaved.values()]) {
    if (!(await save())) return false
  }
  return true
}
