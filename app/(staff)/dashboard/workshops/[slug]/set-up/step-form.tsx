'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { ACTIVITIES, ACTIVITY_LABELS, type Activity } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import type { SetUpStep } from './set-up-workshop.ts'
import { AddStepDocument, UpdateStepDocument } from './steps.generated.ts'

type Props = { workshopId: string; step: SetUpStep | null; lastDay: number; done: () => void }

const FIELDS = ['title', 'instructions', 'plannedMinutes', 'day', 'activity']

const STEP_LABELS = {
  title: 'Title',
  activity: 'While it is open, participants may',
  day: 'Day',
  plannedMinutes: 'Minutes',
  instructions: 'Instructions',
}

/** A new step, or another reading of one that is there. */
export function StepForm({ workshopId, step, lastDay, done }: Props) {
  const [freshId] = useState(() => newId())
  const form = useKeptForm(`step-${step?.id ?? workshopId}`, {
    title: step?.title ?? '',
    activity: step?.activity ?? 'GATHER',
    day: String(step?.day ?? lastDay),
    plannedMinutes: String(step?.plannedMinutes ?? 30),
    instructions: step?.instructions ?? '',
  })
  const adding = useAct(AddStepDocument)
  const updating = useAct(UpdateStepDocument)
  const { pending, refused, errorAt } = step ? updating : adding

  async function save(event: FormEvent) {
    event.preventDefault()
    const { title, instructions } = form.values
    const words = {
      title,
      instructions: instructions || null,
      activity: form.values.activity as Activity,
      day: Number(form.values.day),
      plannedMinutes: Number(form.values.plannedMinutes),
    }
    const reading = readText(title, { field: 'title', max: LIMITS.stepTitle })
    const check = reading.ok ? null : reading.refusal
    const success = step
      ? await updating.act(
          { input: { id: step.id, ...form.onlyChanged(words), basedOn: form.basedOn } },
          { check },
        )
      : await adding.act({ input: { id: freshId, workshopId, ...words } }, { check })
    if (!success) return
    form.clear()
    toast(step ? `“${success.step.title}” is saved.` : `“${success.step.title}” is added.`)
    done()
  }

  return (
    <form onSubmit={save} noValidate className="space-y-6">
      <RefusedNote refused={refused} form="step" fields={FIELDS} />
      <OvertakenNote form={form} labels={STEP_LABELS} />
      <TextField
        id="step-title"
        label="Title"
        autoComplete="off"
        error={errorAt('title')}
        {...form.field('title')}
      />
      <SelectField
        id="step-activity"
        label="While it is open, participants may"
        error={errorAt('activity')}
        {...form.field('activity')}
      >
        {ACTIVITIES.map((activity) => (
          <option key={activity} value={activity}>
            {ACTIVITY_LABELS[activity]}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-6">
        <TextField
          id="step-day"
          type="number"
          inputMode="numeric"
          min={1}
          label="Day"
          error={errorAt('day')}
          {...form.field('day')}
        />
        <TextField
          id="step-plannedMinutes"
          type="number"
          inputMode="numeric"
          min={0}
          max={600}
          label="Minutes"
          error={errorAt('plannedMinutes')}
          {...form.field('plannedMinutes')}
        />
      </div>
      <TextAreaField
        id="step-instructions"
        label="Instructions (optional)"
        hint="Participants read these while the step is open."
        className="min-h-24"
        error={errorAt('instructions')}
        {...form.field('instructions')}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending} pendingLabel="Saving">
          {step ? 'Save the step' : 'Add the step'}
        </Button>
        <Button variant="secondary" onClick={done}>
          Back
        </Button>
      </div>
    </form>
  )
}
