'use client'

import { useRouter } from 'next/navigation'
import { takesNewDocument } from '#domain/paths.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField } from './text-field.tsx'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** Asks for words to find, and goes to what is found. */
export function SearchDialog({ open, onOpenChange }: Props) {
  const router = useRouter()

  function search(form: FormData) {
    const query = String(form.get('q') ?? '').trim()
    if (query === '') return
    onOpenChange(false)
    const found = `/search?${new URLSearchParams({ q: query })}`
    if (takesNewDocument(location.pathname, found)) location.assign(found)
    else router.push(found)
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Search">
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
