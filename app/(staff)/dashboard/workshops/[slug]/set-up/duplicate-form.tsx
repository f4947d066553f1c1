'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { isCalendarDay } from '#domain/dates.ts'
import { refusal } from '#domain/refusal.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { DuplicateWorkshopDocument } from './keeping.generated.ts'

type Props = { id: string; title: string; startsOn: string }

/** Another workshop like this one, on other days. */
export function DuplicateForm({ id, title, startsOn }: Props) {
  const router = useRouter()
  const [freshId] = useState(() => newId())
  const form = useKeptForm(`duplicate-${id}`, { title: `${title} (copy)`, startsOn })
  const { act, pending, refused, errorAt } = useAct(DuplicateWorkshopDocument)

  async function duplicate(event: FormEvent) {
    event.preventDefault()
    const { values } = form
    const check = isCalendarDay(values.startsOn)
      ? null
      : refusal('BAD_USER_INPUT', 'Enter the first day as a date, like 2017-07-13.', 'startsOn')
    const done = await act({ input: { id: freshId, workshopId: id, ...values } }, { check, refresh: false })
    if (!done) return
    form.clear()
    toast(`“${values.title}” is created.`, { onNextPage: true })
    router.push(`/dashboard/workshops/${done.workshop.slug}/set-up`)
  }

  return (
    <form onSubmit={duplicate} noValidate className="space-y-6">
      <RefusedNote refused={refused} form="duplicate" fields={['title', 'startsOn']} />
      <TextField
        id="duplicate-title"
        label="Title of the new workshop"
        autoComplete="off"
        error={errorAt('title')}
        {...form.field('title')}
      />
      <TextField
        id="duplicate-startsOn"
        type="date"
        label="First day"
        error={errorAt('startsOn')}
        {...form.field('startsOn')}
      />
      <Button type="submit" pending={pending} pendingLabel="Duplicating">
        Create the workshop
      </Button>
    </form>
  )
}
