'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { ChosenBar as SharedBar } from '../desk/chosen-bar.tsx'
import { ISSUES } from '../desk/words.ts'
import type { CuratedIssue } from './curated.ts'
import { MergeForm } from './merge-form.tsx'
import type { Decide } from './use-decide.ts'

type Props = { chosen: readonly CuratedIssue[]; clear: () => void; decide: Decide['several'] }

/** What can be done with the chosen issues together. */
export function ChosenBar({ chosen, clear, decide }: Props) {
  return (
    <SharedBar
      noun={ISSUES}
      count={chosen.length}
      hint="Tick several issues to merge them, or to put them forward together."
      clear={clear}
      merge={(done) => <MergeForm issues={chosen} done={done} />}
    >
      <Button variant="secondary" onClick={() => decide(chosen, 'PUT_FORWARD').then(clear)}>
        Put forward
      </Button>
      <Button variant="secondary" onClick={() => decide(chosen, 'NOT_CHOSEN').then(clear)}>
        Do not choose
      </Button>
    </SharedBar>
  )
}
