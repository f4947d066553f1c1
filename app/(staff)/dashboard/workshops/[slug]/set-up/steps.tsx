'use client'

import { useOptimistic, useState } from 'react'
import { DropIndicator, GridList, useDragAndDrop } from 'react-aria-components'
import { reorder } from '#domain/steps.ts'
import { announce } from '../../../../../_ui/announce.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Dialog } from '../../../../../_ui/dialog.tsx'
import { Empty } from '../../../../../_ui/empty.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import type { SetUpStep } from './set-up-workshop.ts'
import { StepForm } from './step-form.tsx'
import { StepItem } from './step-item.tsx'
import { MoveStepDocument } from './steps.generated.ts'
import { useRemoveStep } from './use-remove-step.ts'

type Props = { workshopId: string; steps: readonly SetUpStep[] }

/** The steps in their order, moved by dragging, by keyboard or by buttons. */
export function Steps({ workshopId, steps }: Props) {
  const [edited, edit] = useState<SetUpStep | 'NEW' | null>(null)
  const { act, refused } = useAct(MoveStepDocument)
  const [shown, show] = useOptimistic(steps)
  const removal = useRemoveStep(workshopId, steps, show)
  const ids = shown.map(({ id }) => id)

  async function move(stepId: string, toIndex: number, focus?: string) {
    const order = reorder(ids, stepId, toIndex)
    const moved = order.flatMap((id) => shown.filter((step) => step.id === id))
    const done = act({ stepId, toIndex }, { optimistic: () => show(moved) })
    const title = shown.find(({ id }) => id === stepId)?.title
    announce(`${title} is now step ${toIndex + 1} of ${ids.length}.`)
    // The row has moved in the document, which takes the focus away from its button.
    if (focus) requestAnimationFrame(() => document.getElementById(focus)?.focus())
    await done
  }

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="-my-px h-1 rounded-full data-[drop-target]:bg-accent" />
    ),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const others = ids.filter((id) => id !== key)
      const place = others.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      if (key !== undefined && key !== target.key) void move(String(key), place)
    },
  })

  return (
    <>
      <RefusedNote refused={refused ?? removal.refused} form="steps" className="mt-3" />
      {shown.length === 0 ? (
        <div className="mt-3">
          <Empty title="No steps yet" headingLevel="h3">
            <p>
              A step says what participants may do and for how long: write issues, put them forward, vote,
              talk.
            </p>
          </Empty>
        </div>
      ) : (
        <GridList
          aria-label="Steps in their order"
          items={shown}
          dragAndDropHooks={dragAndDropHooks}
          keyboardNavigationBehavior="tab"
          className="mt-3 border-y border-line"
        >
          {(step) => (
            <StepItem
              step={step}
              place={ids.indexOf(step.id)}
              count={ids.length}
              move={move}
              edit={() => edit(step)}
              remove={() => removal.remove(step)}
            />
          )}
        </GridList>
      )}
      <Button className="mt-4" variant="secondary" onClick={() => edit('NEW')}>
        Add a step
      </Button>
      <Dialog
        open={edited !== null}
        onOpenChange={(open) => {
          if (!open) edit(null)
        }}
        title={edited === 'NEW' ? 'Add a step' : `Change “${edited?.title ?? ''}”`}
      >
        <StepForm
          workshopId={workshopId}
          step={edited === 'NEW' ? null : edited}
          lastDay={steps.at(-1)?.day ?? 1}
          done={() => edit(null)}
        />
      </Dialog>
    </>
  )
}
