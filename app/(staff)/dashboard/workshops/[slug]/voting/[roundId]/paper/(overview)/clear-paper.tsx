'use client'

import { Button } from '../../../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../../use-act.ts'
import { type Entry, figuresOf, type Paper } from '../entries.ts'
import { ClearPaperDotsDocument, EnterPaperDotsDocument } from '../paper.generated.ts'

type Props = { roundId: string; paper: Paper }

/** Removes both entries; "Undo" enters them again. */
export function ClearPaper({ roundId, paper }: Props) {
  const clearing = useAct(ClearPaperDotsDocument)
  const entering = useAct(EnterPaperDotsDocument)

  async function enterAgain() {
    for (const entry of ['FIRST', 'SECOND'] satisfies Entry[]) {
      const figures = figuresOf(paper, entry).map(({ optionId, dots }) => ({ optionId, dots }))
      if (figures.length === 0) continue
      const done = await entering.act({ input: { roundId, entry, ballots: paper.ballots, figures } })
      if (!done) return toast('The paper dots could not be put back. Enter them again.', { kind: 'error' })
    }
    toast('The paper dots are back.')
  }

  async function clear() {
    if (!(await clearing.act({ roundId }))) return
    toast('The paper dots are removed.', { action: { label: 'Undo', run: () => void enterAgain() } })
  }

  return (
    <>
      <RefusedNote refused={clearing.refused} form="clear" className="mb-3" />
      <Button
        variant="quiet"
        className="-ms-2"
        pending={clearing.pending}
        pendingLabel="Removing"
        onClick={clear}
      >
        Remove the paper dots of this round
      </Button>
    </>
  )
}
