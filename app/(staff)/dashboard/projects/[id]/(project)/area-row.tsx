'use client'

import { Pencil } from 'lucide-react'
import { type FormEvent, useOptimistic, useState } from 'react'
import { AreaMark } from '../../../../../_ui/area-mark.tsx'
import { Button } from '../../../../../_ui/button.tsx'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { RemoveAreaDocument, RenameAreaDocument } from '../project.generated.ts'

type Props = { area: { id: string; name: string }; place: number; canEdit: boolean }

/** One area: its name, changed where it stands. */
export function AreaRow({ area, place, canEdit }: Props) {
  const [typed, type] = useState<string | null>(null)
  // The name under the first keystroke. Whoever was told that it has changed since has seen the new one.
  const [begun, begin] = useState(area.name)
  const rename = useAct(RenameAreaDocument)
  const told = rename.refused?.code === 'STALE_STATE'
  const remove = useActInDialog(RemoveAreaDocument)
  const [name, showName] = useOptimistic(area.name)

  async function save(event: FormEvent) {
    event.preventDefault()
    const before = area.name
    const wanted = (typed ?? '').trim()
    const done = await rename.act(
      { areaId: area.id, name: wanted, basedOn: { name: told ? area.name : begun } },
      { optimistic: () => showName(wanted) },
    )
    if (!done) return
    type(null)
    toast(`The area is now called “${done.area.name}”.`, {
      action: {
        label: 'Undo',
        run: () => void rename.act({ areaId: area.id, name: before, basedOn: { name: wanted } }),
      },
    })
  }

  function edit() {
    begin(area.name)
    type(area.name)
  }

  if (typed !== null) {
    return (
      <li className="py-3">
        <form onSubmit={save} noValidate className="space-y-3">
          <TextField
            id={`area-${area.id}`}
            label={`New name of “${area.name}”`}
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={(event) => type(event.target.value)}
            error={rename.refused?.message}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" pending={rename.pending} pendingLabel="Saving">
              Save the name
            </Button>
            <Button variant="secondary" onClick={() => type(null)}>
              Leave it
            </Button>
          </div>
        </form>
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 py-1">
      <AreaMark position={place} name={name} className="min-w-0 py-2" />
      {canEdit ? (
        <span className="flex">
          <Button variant="quiet" onClick={edit} aria-label={`Rename ${area.name}`}>
            <Pencil aria-hidden className="size-5" />
          </Button>
          <Confirm
            trigger={
              <>
                Remove<span className="sr-only"> {area.name}</span>
              </>
            }
            triggerVariant="quiet"
            title={`Remove the area “${area.name}”?`}
            confirmLabel="Remove the area"
            pendingLabel="Removing"
            onConfirm={() => remove({ areaId: area.id }, () => toast(`The area “${area.name}” is removed.`))}
          >
            <p>Only an area without issues can be removed. Its tables stay, without an area.</p>
          </Confirm>
        </span>
      ) : null}
    </li>
  )
}
