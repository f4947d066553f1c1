'use client'

import { useOptimistic } from 'react'
import type { StepState } from '#domain/steps.ts'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import type { RunStep } from './next-act.ts'
import { ChangeStepDocument } from './run.generated.ts'
import { StepRow } from './step-row.tsx'

type Props = { steps: readonly RunStep[]; timeZone: string }

/** All steps, day by day, each with the way to open, end or reopen it. */
export function StepList({ steps, timeZone }: Props) {
  const { act, pending, refused } = useAct(ChangeStepDocument)
  const [shown, show] = useOptimistic(steps, (before, change: { id: string; state: StepState }) =>
    before.map((step) => (step.id === change.id ? { ...step, state: change.state } : step)),
  )
  const days = [...new Set(shown.map(({ day }) => day))].sort((a, b) => a - b)

  async function change({ id, title, state }: RunStep, to: StepState) {
    const done = await act({ stepId: id, from: state, to }, { optimistic: () => show({ id, state: to }) })
    if (!done) return
    if (to === 'OPEN') return toast(`“${title}” is open.`)
    const reopen = () =>
      void act({ stepId: id, from: 'DONE', to: 'OPEN' }, { optimistic: () => show({ id, state: 'OPEN' }) })
    toast(`“${title}” is done.`, { action: { label: 'Undo', run: reopen } })
  }

  return (
    <>
      <RefusedNote refused={refused} form="steps" className="mt-3" />
      {days.map((day) => (
        <div key={day} className="mt-3">
          {days.length > 1 ? <h3 className="mb-1">Day {day}</h3> : null}
          <ol className="divide-y divide-line border-y border-line">
            {shown
              .filter((step) => step.day === day)
              .map((step) => (
                <StepRow key={step.id} step={step} timeZone={timeZone} pending={pending} change={change} />
              ))}
          </ol>
        </div>
      ))}
    </>
  )
}
