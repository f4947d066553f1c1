'use client'

import type { ReactNode } from 'react'
import { inFigures, plural } from '#domain/numbers.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import type { Noun } from './words.ts'

type Props = {
  noun: Noun
  count: number
  /** How many the desk shows: all of them can be ticked at once. */
  shown: number
  /** What ticking is for, as long as nothing is. */
  hint: string
  chooseAll: () => void
  clear: () => void
  /** The form that merges the chosen ones; it calls `done` when they are one. */
  merge: (done: () => void) => ReactNode
  /** What else can be done with them together. */
  children?: ReactNode
}

/** What can be done with the chosen ones together; stays in sight while there are any. */
export function ChosenBar({ noun, count, shown, hint, chooseAll, clear, merge, children }: Props) {
  const all = (
    <Button variant="quiet" onClick={chooseAll}>
      Tick all {inFigures(shown)} shown
    </Button>
  )
  if (count === 0) {
    return (
      <div className="mb-6 flex min-h-17 flex-wrap items-center gap-x-4 text-ink-soft">
        <p>{hint}</p>
        {shown > 1 ? all : null}
      </div>
    )
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
      {count < shown ? all : null}
      <Button variant="quiet" onClick={clear}>
        Tick none
      </Button>
    </section>
  )
}
