'use client'

import { type FormEvent, useOptimistic } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { AddAreaDocument } from '../project.generated.ts'
import { AreaRow } from './area-row.tsx'

type Area = { id: string; name: string }
type Props = { projectId: string; areas: readonly Area[]; canEdit: boolean }

/** The project's areas: each can be renamed or removed, and more can be added. */
export function Areas({ projectId, areas, canEdit }: Props) {
  const form = useKeptForm(`area-${projectId}`, { name: '' })
  const { act, pending, refused, errorAt } = useAct(AddAreaDocument)
  const [shown, showAdded] = useOptimistic(areas, (before, name: string) => [
    ...before,
    { id: 'adding', name },
  ])
  const { name } = form.values

  async function add(event: FormEvent) {
    event.preventDefault()
    const done = await act({ projectId, name }, { optimistic: () => showAdded(name) })
    if (!done) return
    form.clear()
    toast(`The area “${done.area.name}” is added.`)
  }

  return (
    <>
      <ul className="mt-2 divide-y divide-line">
        {shown.map((area, place) => (
          <AreaRow key={area.id} area={area} place={place} canEdit={canEdit && area.id !== 'adding'} />
        ))}
      </ul>
      {canEdit ? (
        <form onSubmit={add} noValidate className="mt-4 space-y-3 border-t border-line pt-4">
          <RefusedNote refused={refused} form="area" fields={['name']} />
          <TextField
            id="area-name"
            label="Name of a new area"
            autoComplete="off"
            error={errorAt('name')}
            {...form.field('name')}
          />
          <Button type="submit" variant="secondary" pending={pending} pendingLabel="Adding">
            Add the area
          </Button>
        </form>
      ) : null}
    </>
  )
}
