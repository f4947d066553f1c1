'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { tableCode } from '#domain/workshops.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextField } from '../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import type { SetUpTable } from './set-up-workshop.ts'
import { AddTableDocument, UpdateTableDocument } from './tables.generated.ts'

type Props = {
  workshopId: string
  table: SetUpTable | null
  /** Codes that other tables have. */
  taken: readonly string[]
  areas: readonly { id: string; name: string }[]
  done: () => void
}

/** A table's code, name and area. A new table is offered the next free code of its area. */
export function TableForm({ workshopId, table, taken, areas, done }: Props) {
  const [freshId] = useState(() => newId())
  const form = useKeptForm(`table-${table?.id ?? workshopId}`, {
    code: table?.code ?? '',
    name: table?.name ?? '',
    areaId: table?.area?.id ?? (table ? '' : (areas[0]?.id ?? '')),
  })
  const adding = useAct(AddTableDocument)
  const updating = useAct(UpdateTableDocument)
  const { pending, refused, errorAt } = table ? updating : adding
  const { name, areaId } = form.values
  const area = areas.find(({ id }) => id === areaId)
  const free = table ? '' : nextCode(area?.name ?? 'Table', taken)

  async function save(event: FormEvent) {
    event.preventDefault()
    const fields = { code: form.values.code.trim() || free, name: name || null, areaId: areaId || null }
    const success = table
      ? await updating.act({ input: { id: table.id, ...form.onlyChanged(fields), basedOn: form.basedOn } })
      : await adding.act({ input: { id: freshId, workshopId, ...fields } })
    if (!success) return
    form.clear()
    toast(`Table ${success.table.code} is ${table ? 'saved' : 'added'}.`)
    done()
  }

  return (
    <form onSubmit={save} noValidate className="space-y-6">
      <RefusedNote refused={refused} form="table" fields={['code', 'name', 'areaId']} />
      <OvertakenNote
        form={form}
        labels={{ code: 'Code', name: 'Name', areaId: 'Area' }}
        say={(field, value) => (field === 'areaId' ? areas.find(({ id }) => id === value)?.name : undefined)}
      />
      <SelectField id="table-areaId" label="Area" error={errorAt('areaId')} {...form.field('areaId')}>
        {areas.map(({ id, name: areaName }) => (
          <option key={id} value={id}>
            {areaName}
          </option>
        ))}
        <option value="">No area</option>
      </SelectField>
      <TextField
        id="table-code"
        label="Code"
        hint={`One to six letters and digits, written in the corner of its post-its.${free ? ` Leave it empty for ${free}.` : ''}`}
        placeholder={free}
        autoComplete="off"
        autoCapitalize="characters"
        error={errorAt('code')}
        {...form.field('code')}
      />
      <TextField
        id="table-name"
        label="Name (optional)"
        autoComplete="off"
        error={errorAt('name')}
        {...form.field('name')}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={pending} pendingLabel="Saving">
          {table ? 'Save the table' : 'Add the table'}
        </Button>
        <Button variant="secondary" onClick={done}>
          Back
        </Button>
      </div>
    </form>
  )
}

// The first number that no table of the same letter has.
function nextCode(areaName: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const code = tableCode(areaName, number)
    if (!taken.includes(code)) return code
  }
}
