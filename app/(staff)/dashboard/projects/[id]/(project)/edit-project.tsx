'use client'

import type { FormEvent } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { UpdateProjectDocument } from '../project.generated.ts'

type Props = { id: string; title: string; challenge: string }

/** The project's title and challenge. */
export function EditProject({ id, title, challenge }: Props) {
  const form = useKeptForm(`project-${id}`, { title, challenge })
  const { act, pending, refused, errorAt } = useAct(UpdateProjectDocument)

  async function save(event: FormEvent) {
    event.preventDefault()
    const done = await act({ input: { id, ...form.onlyChanged(form.values), basedOn: form.basedOn } })
    if (!done) return
    form.clear()
    toast('The project is saved.')
  }

  return (
    <form onSubmit={save} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
      <RefusedNote refused={refused} form="project" fields={['title', 'challenge']} />
      <OvertakenNote form={form} labels={{ title: 'Title', challenge: 'Challenge' }} />
      <TextField id="project-title" label="Title" error={errorAt('title')} {...form.field('title')} />
      <TextAreaField
        id="project-challenge"
        label="Challenge"
        error={errorAt('challenge')}
        {...form.field('challenge')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending} pendingLabel="Saving">
          Save the changes
        </Button>
        {form.dirty ? (
          <Button variant="secondary" onClick={form.clear}>
            Leave it as it was
          </Button>
        ) : null}
      </div>
    </form>
  )
}
