'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { FormDialog } from '../../../form-dialog.tsx'
import { ChosenBar as SharedBar } from '../desk/chosen-bar.tsx'
import { ISSUES } from '../desk/words.ts'
import type { CuratedIssue } from './curated.ts'
import { HideForm } from './hide-form.tsx'
import { MergeForm } from './merge-form.tsx'
import type { Decide } from './use-decide.ts'

type Props = {
  chosen: readonly CuratedIssue[]
  shown: readonly CuratedIssue[]
  chooseAll: () => void
  clear: () => void
  decide: Decide
}

/** What can be done with the chosen issues together. */
export function ChosenBar({ chosen, shown, chooseAll, clear, decide }: Props) {
  const put = (state: 'PUT_FORWARD' | 'NOT_CHOSEN') => async () => {
    if (await decide.several(chosen, state)) clear()
  }
  return (
    <SharedBar
      noun={ISSUES}
      count={chosen.length}
      shown={shown.length}
      hint="Tick several issues to merge, hide or decide on them together."
      chooseAll={chooseAll}
      clear={clear}
      merge={(done) => <MergeForm issues={chosen} done={done} />}
    >
      <Button
        variant="secondary"
        pending={decide.pending}
        pendingLabel="Putting forward"
        onClick={put('PUT_FORWARD')}
      >
        Put forward
      </Button>
      <Button variant="secondary" pending={decide.pending} pendingLabel="Saving" onClick={put('NOT_CHOSEN')}>
        Do not choose
      </Button>
      <FormDialog
        trigger="Hide"
        title={`Hide ${chosen.length === 1 ? 'this issue' : `${chosen.length} issues`}`}
      >
        {(close) => (
          <HideForm
            issues={chosen}
            done={() => {
              close()
              clear()
            }}
          />
        )}
      </FormDialog>
    </SharedBar>
  )
}
