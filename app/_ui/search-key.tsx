'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

// Most people never press the keys, so the dialog comes when somebody does.
const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }))

/** Opens a search over whatever staff are at, by Ctrl and K, or ⌘ and K. */
export function SearchKey() {
  const [open, setOpen] = useState<boolean | null>(null)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  if (open === null) return null
  return (
    <Suspense fallback={null}>
      <SearchDialog open={open} onOpenChange={setOpen} />
    </Suspense>
  )
}
