import type { ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'

type Props = {
  slug: string
  noun: 'issue' | 'idea'
  title: string
  open: boolean
  /** Whether anything narrows the list now. */
  filtered: boolean
  search: string | null
  /** How the fields stand beside each other on a wide page. */
  columns: string
  /** What else there is to choose. */
  children: ReactNode
}

/** Narrows a wall. A plain form: what is chosen stands in the address and can be shared. */
export function FilterFrame({ slug, noun, title, open, filtered, search, columns, children }: Props) {
  return (
    <details open={open} className="mb-4">
      <summary className="inline-flex min-h-11 items-center font-bold text-accent underline underline-offset-[0.2em]">
        {title}
      </summary>
      <form
        className={`mt-2 grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 ${columns}`}
      >
        <TextField id="q" name="q" type="search" label="Words" defaultValue={search ?? ''} />
        {children}
        <Button type="submit" variant="secondary">
          Show these
        </Button>
      </form>
      {filtered ? (
        <TextLink href={`/workshops/${slug}/${noun}s`} className="inline-flex min-h-11 items-center">
          {`Show all ${noun}s`}
        </TextLink>
      ) : null}
    </details>
  )
}
