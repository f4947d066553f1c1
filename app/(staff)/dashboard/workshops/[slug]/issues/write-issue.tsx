'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { CurateWriteIssueDocument } from './curate-changes.generated.ts'
import type { Desk } from './curated.ts'

type Props = { workshopId: string; areas: Desk['areas']; tables: Desk['tables'] }

/** Writes an issue for a table, as somebody reads it out. */
export function WriteIssue({ workshopId, areas, tables }: Props) {
  const [id, nextId] = useState(() => newId())
  const form = useKeptForm(`write-${workshopId}`, { title: '', tableId: '', areaId: areas[0]?.id ?? '' })
  const { act, pending, refused, errorAt } = useAct(CurateWriteIssueDocument)

  function chooseTable(tableId: string) {
    form.set('tableId', tableId)
    const area = tables.find((table) => table.id === tableId)?.area
    if (area) form.set('areaId', area.id)
  }

  async function write(event: FormEvent) {
    event.preventDefault()
    const { title, tableId, areaId } = form.values
    const rule = { field: 'title', max: LIMITS.issueTitle, multiline: true, label: 'the issue' }
    const reading = readText(title, rule)
    const input = { id, workshopId, title, areaId, tableId: tableId || null }
    if (!(await act({ input }, { check: reading.ok ? null : reading.refusal }))) return
    // Table and area stay: the next issue is mostly from the same people.
    form.set('title', '')
    nextId(newId())
    toast('The issue is on the wall.')
    document.getElementById('issue-title')?.focus()
  }

  return (
    <Disclosure summary="Write an issue for a table">
      <form onSubmit={write} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
        <RefusedNote refused={refused} form="issue" fields={['title', 'tableId', 'areaId']} />
        <TextAreaField
          id="issue-title"
          label="Issue"
          className="min-h-20"
          error={errorAt('title')}
          {...form.field('title')}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          <SelectField
            id="issue-tableId"
            label="Table"
            error={errorAt('tableId')}
            {...form.field('tableId')}
            onChange={(event) => chooseTable(event.target.value)}
          >
            <option value="">No table</option>
            {tables.map(({ id: tableId, code }) => (
              <option key={tableId} value={tableId}>
                {code}
              </option>
            ))}
          </SelectField>
          <SelectField id="issue-areaId" label="Area" error={errorAt('areaId')} {...form.field('areaId')}>
            {areas.map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" pending={pending} pendingLabel="Writing">
          Put it on the wall
        </Button>
      </form>
    </Disclosure>
  )
}
