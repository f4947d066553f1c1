'use client'

import { useCallback, useState } from 'react'

type Chosen = {
  ids: ReadonlySet<string>
  toggle: (id: string, on: boolean) => void
  /** Ticks these besides those that are ticked. */
  choose: (ids: readonly string[]) => void
  clear: () => void
}

/** Which of many are ticked. `toggle` stays the same, so that the cards it is given to do too. */
export function useChosen(): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((id: string, on: boolean) => {
    setIds((before) => {
      const next = new Set(before)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  }, [])
  const choose = useCallback(
    (more: readonly string[]) => setIds((before) => new Set([...before, ...more])),
    [],
  )
  const clear = useCallback(() => setIds(new Set()), [])
  return { ids, toggle, choose, clear }
}
