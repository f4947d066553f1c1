'use client'

import { useCallback, useState } from 'react'

type Chosen = {
  ids: ReadonlySet<string>
  toggle: (id: string, on: boolean) => void
  clear: () => void
}

/** Which of many are ticked. `toggle` stays the same, so that the cards it is given to do too. */
export function useChosen(): Chosen {
  const [ids, choose] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string, on: boolean) => {
    choose((before) => {
      const next = new Set(before)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  }, [])
  const clear = useCallback(() => choose(new Set()), [])
  return { ids, toggle, clear }
}
