'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { DEFAULT_TIME_ZONE } from '#domain/workshops.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { checkWorkshop } from '../../../check-workshop.ts'
import { CreateWorkshopDocument } from './new-workshop.generated.ts'

const TEMPLATES = {
  TWO_DAY_DISCOVERY: {
    label: 'Two-day discovery workshop',
    hint: 'Two tables for each challenge area, and eight steps from the welcome to the critique of ideas.',
    days: 2,
  },
  EMPTY: { label: 'Empty', hint: 'No tables and no steps. You add your own.', days: 1 },
} as const
type Template = keyof typeof TEMPLATES

const FIELDS = ['title', 'startsOn', 'endsOn', 'venue', 'timeZone', 'description']

/** What a new workshop is called, when it is, and what it begins with. */
export function NewWorkshopForm({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [id] = useState(() => newId())
  const form = useKeptForm(`new-workshop-${projectId}`, {
    title: '',
    template: 'TWO_DAY_DISCOVERY',
    startsOn: '',
    endsOn: '',
    venue: '',
    timeZone: DEFAULT_TIME_ZONE,
    description: '',
  })
  const { act, pending, refused, errorAt } = useAct(CreateWorkshopDocument)
  const template = form.values.template as Template
  // Until somebody says otherwise, the last day follows from the first and the template.
  const endsOn = form.values.endsOn || laterDay(form.values.startsOn, TEMPLATES[template].days - 1)

  async function create(event: FormEvent) {
    event.preventDefault()
    const { venue, description, ...values } = { ...form.values, endsOn, template }
    const input = { id, projectId, ...values, venue: venue || null, description: description || null }
    const done = await act({ input }, { check: checkWorkshop({ ...form.values, endsOn }), refresh: false })
    if (!done) return
    form.clear()
    router.push(`/dashboard/workshops/${done.workshop.slug}/set-up`)
  }

  return (
    <form onSubmit={create} noValidate className="max-w-prose space-y-6">
      <RefusedNote refused={refused} form="workshop" fields={FIELDS} />
      <TextField id="workshop-title" label="Title" error={errorAt('title')} {...form.field('title')} />
      <FieldGroup legend="Begin with">
        {Object.entries(TEMPLATES).map(([value, { label, hint }]) => (
          <CheckField
            key={value}
            id={`workshop-template-${value}`}
            type="radio"
            name="template"
            label={label}
            hint={hint}
            checked={template === value}
            onChange={() => form.set('template', value)}
          />
        ))}
      </FieldGroup>
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
          value={endsOn}
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
      <Button type="submit" pending={pending} pendingLabel="Creating">
        Create the workshop
      </Button>
    </form>
  )
}

function laterDay(day: string, days: number): string {
  const start = Date.parse(day)
  return Number.isNaN(start) ? '' : new Date(start + days * 86_400_000).toISOString().slice(0, 10)
}
