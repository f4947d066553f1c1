'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { readAreaNames } from '#domain/projects.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../_ui/text-field.tsx'
import { RefusedNote } from '../../../refused-note.tsx'
import { useAct } from '../../../use-act.ts'
import { useKeptForm } from '../../../use-kept-form.ts'
import { CreateProjectDocument } from './new-project.generated.ts'

/** Title, challenge and areas of a new project. */
export function NewProjectForm() {
  const router = useRouter()
  const [id] = useState(() => newId())
  const form = useKeptForm('new-project', { title: '', challenge: '', areas: '' })
  const { act, pending, refused, errorAt } = useAct(CreateProjectDocument)
  const { title, challenge } = form.values

  async function create(event: FormEvent) {
    event.preventDefault()
    const areas = readAreaNames(form.values.areas)
    const readings = [
      readText(title, { field: 'title', max: LIMITS.projectTitle }),
      readText(challenge, { field: 'challenge', max: LIMITS.challenge, multiline: true }),
    ]
    const check = readings.find((reading) => !reading.ok)?.refusal
    const done = await act({ input: { id, title, challenge, areas } }, { check, refresh: false })
    if (!done) return
    form.clear()
    router.push(`/dashboard/projects/${done.project.id}`)
  }

  return (
    <form onSubmit={create} noValidate className="max-w-prose space-y-6">
      <RefusedNote refused={refused} form="project" fields={['title', 'challenge', 'areas']} />
      <TextField
        id="project-title"
        label="Title"
        hint="Short, as you say it in the Lab: “Peer support”."
        error={errorAt('title')}
        {...form.field('title')}
      />
      <TextAreaField
        id="project-challenge"
        label="Challenge"
        hint="The question that the project works on: “What would it take for…?”"
        className="min-h-24"
        error={errorAt('challenge')}
        {...form.field('challenge')}
      />
      <TextAreaField
        id="project-areas"
        label="Challenge areas"
        hint="Its broad themes, 1 to 12, one on each line or with commas between them. For example: Evidence, Culture and buy-in, Workforce, Access."
        className="min-h-36"
        error={errorAt('areas')}
        {...form.field('areas')}
      />
      <Button type="submit" pending={pending} pendingLabel="Creating">
        Create the project
      </Button>
    </form>
  )
}
