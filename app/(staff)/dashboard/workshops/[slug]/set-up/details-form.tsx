'use client'

import type { FormEvent } from 'react'
import { refuseDotsPerVoter, refusePrioritiesToSelect } from '#domain/votes.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useSavedFirst } from '../../../../save-first.ts'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { checkWorkshop } from '../../../check-workshop.ts'
import { UpdateWorkshopDocument } from './set-up.generated.ts'
import type { SetUpWorkshop } from './set-up-workshop.ts'

const FIELDS = [
  'title',
  'startsOn',
  'endsOn',
  'venue',
  'timeZone',
  'description',
  'contactEmail',
  'dotsPerVoter',
  'prioritiesToSelect',
]

const DETAIL_LABELS = {
  title: 'Title',
  startsOn: 'First day',
  endsOn: 'Last day',
  venue: 'Venue',
  timeZone: 'Time zone',
  description: 'What it is about',
  contactEmail: 'E-mail address for questions',
  dotsPerVoter: 'Dots for each voter',
  prioritiesToSelect: 'Priorities to select',
}

/** What is announced of the workshop, and what its new rounds begin with. */
export function DetailsForm({ workshop }: { workshop: SetUpWorkshop }) {
  const { id } = workshop
  const form = useKeptForm(`workshop-${id}`, {
    title: workshop.title,
    startsOn: workshop.startsOn,
    endsOn: workshop.endsOn,
    venue: workshop.venue ?? '',
    timeZone: workshop.timeZone,
    description: workshop.description ?? '',
    contactEmail: workshop.contactEmail ?? '',
    dotsPerVoter: String(workshop.dotsPerVoter),
    prioritiesToSelect: String(workshop.prioritiesToSelect),
  })
  const { act, pending, refused, errorAt } = useAct(UpdateWorkshopDocument)

  async function save() {
    const dotsPerVoter = Number(form.values.dotsPerVoter)
    const prioritiesToSelect = Number(form.values.prioritiesToSelect)
    const check =
      checkWorkshop(form.values) ??
      refuseDotsPerVoter(dotsPerVoter) ??
      refusePrioritiesToSelect(prioritiesToSelect)
    const details = form.onlyChanged({ ...form.values, dotsPerVoter, prioritiesToSelect })
    if (!(await act({ input: { id, ...details, basedOn: form.basedOn } }, { check }))) return false
    form.clear()
    toast('The details are saved.')
    return true
  }
  useSavedFirst(`workshop-${id}`, form.dirty, save)

  function send(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  return (
    <form onSubmit={send} noValidate className="mt-3 max-w-prose space-y-6">
      <RefusedNote refused={refused} form="workshop" fields={FIELDS} />
      <OvertakenNote form={form} labels={DETAIL_LABELS} />
      <TextField id="workshop-title" label="Title" error={errorAt('title')} {...form.field('title')} />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          id="workshop-startsOn"
          type="date"
          label="First day"
          error={errorAt('startsOn')}
          {...form.field('startsOn')}
        />
        <TextField
          id="workshop-endsOn"
          type="date"
          label="Last day"
          error={errorAt('endsOn')}
          {...form.field('endsOn')}
        />
      </div>
      <TextField
        id="workshop-venue"
        label="Venue (optional)"
        error={errorAt('venue')}
        {...form.field('venue')}
      />
      <TextField
        id="workshop-timeZone"
        label="Time zone"
        hint="The clock in the room, such as Europe/London."
        list="time-zones"
        error={errorAt('timeZone')}
        {...form.field('timeZone')}
      />
      <TextAreaField
        id="workshop-description"
        label="What it is about (optional)"
        hint="Participants read this on their first page."
        className="min-h-24"
        error={errorAt('description')}
        {...form.field('description')}
      />
      <TextField
        id="workshop-contactEmail"
        type="email"
        label="E-mail address for questions (optional)"
        autoComplete="off"
        error={errorAt('contactEmail')}
        {...form.field('contactEmail')}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          id="workshop-dotsPerVoter"
          type="number"
          inputMode="numeric"
          min={1}
          max={20}
          label="Dots for each voter"
          hint="In new rounds."
          error={errorAt('dotsPerVoter')}
          {...form.field('dotsPerVoter')}
        />
        <TextField
          id="workshop-prioritiesToSelect"
          type="number"
          inputMode="numeric"
          min={1}
          max={20}
          label="Priorities to select"
          hint="In new rounds."
          error={errorAt('prioritiesToSelect')}
          {...form.field('prioritiesToSelect')}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending} pendingLabel="Saving">
          Save the details
        </Button>
        {form.dirty ? (
          <>
            <Button variant="secondary" onClick={form.clear}>
              Leave them as they were
            </Button>
            <p role="status">Not saved yet.</p>
          </>
        ) : null}
      </div>
    </form>
  )
}
