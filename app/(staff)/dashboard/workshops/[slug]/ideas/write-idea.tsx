'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import { HORIZONS } from '#domain/ideas.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import type { IdeaDeskSetting } from './curated-ideas.ts'
import { CurateWriteIdeaDocument } from './idea-changes.generated.ts'
import { IdeaFields } from './idea-fields.tsx'

type Props = { workshopId: string } & Pick<IdeaDeskSetting, 'tables' | 'statements'>

/** Writes an idea for a table, as somebody reads it out. */
export function WriteIdea({ workshopId, tables, statements }: Props) {
  const [id, nextId] = useState(() => newId())
  const form = useKeptForm<{ text: string; statementId: string; horizon: string; tableId: string }>(
    `write-idea-${workshopId}`,
    { text: '', statementId: statements[0]?.id ?? '', horizon: HORIZONS[0], tableId: '' },
  )
  const { act, pending, refused, errorAt } = useAct(CurateWriteIdeaDocument)

  async function write(event: FormEvent) {
    event.preventDefault()
    const { text, statementId, tableId } = form.values
    const reading = readText(text, { field: 'text', max: LIMITS.idea, multiline: true, label: 'the idea' })
    const horizon = HORIZONS.find((known) => known === form.values.horizon) ?? HORIZONS[0]
    const input = { id, statementId, horizon, text, tableId: tableId || null }
    if (!(await act({ input }, { check: reading.ok ? null : reading.refusal }))) return
    // All but the words stays: the next idea is mostly from the same people.
    form.set('text', '')
    nextId(newId())
    toast('The idea is on the wall.')
    document.getElementById('write-idea-text')?.focus()
  }

  return (
    <Disclosure summary="Write an idea for a table">
      <form onSubmit={write} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
        <RefusedNote
          refused={refused}
          form="write-idea"
          fields={['text', 'statementId', 'horizon', 'tableId']}
        />
        <IdeaFields form="write-idea" field={form.field} errorAt={errorAt} statements={statements} />
        <SelectField
          id="write-idea-tableId"
          label="Table"
          error={errorAt('tableId')}
          {...form.field('tableId')}
        >
          <option value="">No table</option>
          {tables.map(({ id: tableId, code }) => (
            <option key={tableId} value={tableId}>
              {code}
            </option>
          ))}
        </SelectField>
        <Button type="submit" pending={pending} pendingLabel="Writing">
          Put it on the wall
        </Button>
      </form>
    </Disclosure>
  )
}
