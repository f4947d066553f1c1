'use client'

import type { ReactNode } from 'react'
import { plural } from '#domain/numbers.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import type { Noun } from './words.ts'

type Props = {
  noun: Noun
  count: number
  /** What ticking is for, as long as nothing is. */
  hint: string
  clear: () => void
  /** The form that merges the chosen ones; it calls `done` when they are one. */
  merge: (done: () => void) => ReactNode
  /** What else can be done with them together. */
  children?: ReactNode
}

/** What can be done with the chosen ones together; stays in sight while there are any. */
export function ChosenBar({ noun, count, hint, clear, merge, children }: Props) {
  if (count === 0) {
    return <p className="mb-6 flex min-h-17 items-center text-ink-soft">{hint}</p>
  }
  return (
    <section
      aria-label={`Chosen ${noun.many}`}
      className="sticky top-2 z-30 mb-6 flex flex-wrap items-center gap-3 rounded-card border border-line-strong bg-surface p-3 shadow-card"
    >
      <p role="status" className="tally font-bold">
        {plural(count, noun.one)} ticked
      </p>
      {count > 1 ? (
        <FormDialog trigger="Merge into one" variant="primary" title={`Merge ${count} ${noun.many} into one`}>
          {(close) =>
            merge(() => {
              close()
              clear()
            })
          }
        </FormDialog>
      ) : null}
      {children}
      <Button variant="quiet" onClick={clear}>
        Tick none
      </Button>
    </section>
  )
}
