'use client'

import type { ReactNode } from 'react'
import { plural } from '#domain/numbers.ts'
import { TextField } from '../../../../../_ui/text-field.tsx'
import type { Noun } from './words.ts'

type Props = {
  noun: Noun
  search: string
  change: (search: string) => void
  found: number
  /** What else narrows the desk. */
  children: ReactNode
}

/** Which of them to show, found while one types. */
export function FindField({ noun, search, change, found, children }: Props) {
  return (
    <search className="mt-8 mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_2fr]">
      <TextField
        id="find"
        type="search"
        label={`Find ${noun.many}`}
        autoComplete="off"
        value={search}
        onChange={(event) => change(event.target.value)}
      />
      {children}
      <p role="status" className="tally py-2 text-ink-soft">
        {plural(found, noun.one)} shown
      </p>
    </search>
  )
}
