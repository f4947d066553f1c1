'use client'

import { ACTIVITY_LABELS } from '#domain/steps.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import type { RunStep } from './next-act.ts'
import { ChangeStepDocument } from './run.generated.ts'

type Props = { step: RunStep | null; ending: readonly RunStep[] }

/** Ends what is open and opens what comes next, in one press. */
export function MoveOn({ step, ending }: Props) {
  const { act, pending, refused } = useAct(ChangeStepDocument)
  const endingTitles = ending.map(({ title }) => `“${title}”`).join(' and ')

  async function moveOn() {
    for (const [place, { id }] of ending.entries()) {
      const last = step === null && place === ending.length - 1
      if (!(await act({ stepId: id, from: 'OPEN', to: 'DONE' }, { refresh: last }))) return
    }
    if (step && !(await act({ stepId: step.id, from: 'PLANNED', to: 'OPEN' }))) return
    toast(step ? `“${step.title}” is open.` : `${endingTitles} is done.`)
  }

  return (
    <>
      <p className="mb-3">
        {step ? (
          <>
            Next: <strong>{step.title}</strong> ({ACTIVITY_LABELS[step.activity].toLowerCase()}).
            {ending.length > 0 ? ` ${endingTitles} ends, and can be reopened.` : ''}
          </>
        ) : (
          'This is the last step.'
        )}
      </p>
      <RefusedNote refused={refused} form="move-on" className="mb-3" />
      <Button pending={pending} pendingLabel={step ? 'Opening' : 'Ending'} onClick={moveOn}>
        {step ? `Open “${step.title}”` : `End ${endingTitles}`}
      </Button>
    </>
  )
}
