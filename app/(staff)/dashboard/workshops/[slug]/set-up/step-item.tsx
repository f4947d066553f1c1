'use client'

import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { GridListItem, Button as HandleButton } from 'react-aria-components'
import { plural } from '#domain/numbers.ts'
import { ACTIVITY_LABELS } from '#domain/steps.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { StepStateTag } from '../../../../../_ui/step-state-tag.tsx'
import type { SetUpStep } from './set-up-workshop.ts'

type Props = {
  step: SetUpStep
  place: number
  count: number
  move: (stepId: string, toIndex: number, focus?: string) => Promise<void>
  edit: () => void
  remove: () => void
}

/** One step, with a handle to drag it and buttons for everything that dragging does. */
export function StepItem({ step, place, count, move, edit, remove }: Props) {
  const { id, day, title, activity, plannedMinutes, state } = step
  const up = `up-${id}`
  const down = `down-${id}`
  return (
    <GridListItem
      id={id}
      textValue={title}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0 data-[dragging]:opacity-60 data-[drop-target]:bg-accent-soft sm:flex-nowrap"
    >
      <HandleButton
        slot="drag"
        aria-label={`Drag ${title}`}
        className="inline-flex size-11 shrink-0 cursor-grab items-center justify-center rounded-card text-ink-soft hover:bg-accent-soft"
      >
        <GripVertical aria-hidden className="size-6" />
      </HandleButton>
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-bold">{title}</p>
        <p className="tally text-ink-soft">
          {[
            `Day ${day}`,
            ACTIVITY_LABELS[activity],
            plannedMinutes > 0 ? plural(plannedMinutes, 'minute') : null,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        {state === 'PLANNED' ? null : <StepStateTag state={state} />}
      </div>
      <div className="ms-auto flex">
        <Button
          id={up}
          variant="quiet"
          aria-label={`Move ${title} up`}
          aria-disabled={place === 0}
          onClick={place === 0 ? undefined : () => move(id, place - 1, up)}
        >
          <ArrowUp aria-hidden className="size-5" />
        </Button>
        <Button
          id={down}
          variant="quiet"
          aria-label={`Move ${title} down`}
          aria-disabled={place === count - 1}
          onClick={place === count - 1 ? undefined : () => move(id, place + 1, down)}
        >
          <ArrowDown aria-hidden className="size-5" />
        </Button>
        <Button variant="quiet" aria-label={`Change ${title}`} onClick={edit}>
          <Pencil aria-hidden className="size-5" />
        </Button>
        <Button variant="quiet" aria-label={`Remove ${title}`} onClick={remove}>
          <Trash2 aria-hidden className="size-5" />
        </Button>
      </div>
    </GridListItem>
  )
}
