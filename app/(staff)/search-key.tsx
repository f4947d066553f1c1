'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '../_ui/button.tsx'
import { Dialog } from '../_ui/dialog.tsx'
import { TextField } from '../_ui/text-field.tsx'

/** Opens a search over whatever staff are at, by Ctrl and K, or ⌘ and K. */
export function SearchKey() {
  const router = useRouter()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  function search(form: FormData) {
    const query = String(form.get('q') ?? '').trim()
    if (query === '') return
    setOpen(false)
    router.push(`/search?${new URLSearchParams({ q: query })}`)
  }

  return (
    <Dialog open={open} onOpenChange={setOpen} title="Search">
      <form action={search} className="space-y-4">
        <TextField
          id="search-anything"
          name="q"
          type="search"
          label="Words to find"
          hint="In issues, problem statements, ideas and comments of all workshops that you may read."
          autoComplete="off"
          autoFocus
        />
        <Button type="submit">Search</Button>
      </form>
    </Dialog>
  )
}
