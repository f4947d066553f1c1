'use client'

import { plural } from '#domain/numbers.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import type { CuratedIssue } from './curated.ts'
import { MergeForm } from './merge-form.tsx'
import type { Decide } from './use-decide.ts'

type Props = { chosen: readonly CuratedIssue[]; clear: () => void; decide: Decide['several'] }

/** What can be done with the chosen issues together; stays in sight while there are any. */
export function ChosenBar({ chosen, clear, decide }: Props) {
  if (chosen.length === 0) {
    return (
      <p className="mb-6 flex min-h-17 items-center text-ink-soft">
        Tick several issues to merge them, or to put them forward together.
      </p>
    )
  }
  return (
    <section
      aria-label="Chosen issues"
      className="sticky top-2 z-30 mb-6 flex flex-wrap items-center gap-3 rounded-card border border-line-strong bg-surface p-3 shadow-card"
    >
      <p role="status" className="tally font-bold">
        {plural(chosen.length, 'issue')} ticked
      </p>
      {chosen.length > 1 ? (
        <FormDialog
          trigger="Merge into one"
          variant="primary"
          title={`Merge ${chosen.length} issues into one`}
        >
          {(close) => (
            <MergeForm
              issues={chosen}
              done={() => {
                close()
                clear()
              }}
            />
          )}
        </FormDialog>
      ) : null}
      <Button variant="secondary" onClick={() => decide(chosen, 'PUT_FORWARD').then(clear)}>
        Put forward
      </Button>
      <Button variant="secondary" onClick={() => decide(chosen, 'NOT_CHOSEN').then(clear)}>
        Do not choose
      </Button>
      <Button variant="quiet" onClick={clear}>
        Tick none
      </Button>
    </section>
  )
}
