'use client'

import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { ChangeStepDocument } from '../(run)/run.generated.ts'
import type { SetUpStep } from './set-up-workshop.ts'
import { AddStepDocument, MoveStepDocument, RemoveStepDocument } from './steps.generated.ts'

/** Removes a step at once; "Undo" puts it back where it was, as it was. */
export function useRemoveStep(
  workshopId: string,
  steps: readonly SetUpStep[],
  show: (steps: readonly SetUpStep[]) => void,
) {
  const removing = useAct(RemoveStepDocument)
  const adding = useAct(AddStepDocument)
  const moving = useAct(MoveStepDocument)
  const changing = useAct(ChangeStepDocument)

  async function putBack(step: SetUpStep, place: number) {
    const { state, ...words } = step
    const added = await adding.act({ input: { workshopId, ...words } }, { refresh: false })
    if (!added) return toast(`“${step.title}” could not be put back. Add it again.`, { kind: 'error' })
    const was = { stepId: step.id, from: 'PLANNED', to: 'OPEN' } as const
    if (state !== 'PLANNED') await changing.act(was, { refresh: false })
    if (state === 'DONE') await changing.act({ ...was, from: 'OPEN', to: 'DONE' }, { refresh: false })
    await moving.act({ stepId: step.id, toIndex: place })
    toast(`“${step.title}” is back.`)
  }

  async function remove(step: SetUpStep) {
    const place = steps.findIndex(({ id }) => id === step.id)
    const done = await removing.act(
      { stepId: step.id },
      { optimistic: () => show(steps.filter(({ id }) => id !== step.id)) },
    )
    if (!done) return
    const undo = { label: 'Undo', run: () => void putBack(step, place) }
    toast(`“${step.title}” is removed. What was written during it stays.`, { action: undo })
  }

  return { remove, refused: removing.refused }
}
