'use client'

import type { FormEvent } from 'react'
import { LIMITS, readText } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { OvertakenNote } from '../../../../overtaken-note.tsx'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { CurateEditIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue, Desk } from './curated.ts'

type Props = { issue: CuratedIssue; areas: Desk['areas']; done: () => void }

/** The words and the area of an issue, until people have voted on it. */
export function RewordForm({ issue, areas, done }: Props) {
  const form = useKeptForm(`reword-${issue.id}`, { title: issue.title, areaId: issue.area.id })
  const { act, pending, refused, errorAt } = useAct(CurateEditIssueDocument)

  async function save(event: FormEvent) {
    event.preventDefault()
    const { title, areaId } = form.values
    const rule = { field: 'title', max: LIMITS.issueTitle, multiline: true, label: 'the issue' }
    const reading = readText(title, rule)
    const check = reading.ok ? null : reading.refusal
    const before = form.onlyChanged({ title: issue.title, areaId: issue.area.id })
    const after = form.onlyChanged({ title, areaId })
    if (!(await act({ input: { id: issue.id, ...after, basedOn: form.basedOn } }, { check }))) return
    form.clear()
    const undo = () => void act({ input: { id: issue.id, ...before, basedOn: after } })
    toast('The issue is changed.', { action: { label: 'Undo', run: undo } })
    done()
  }

  return (
    <form onSubmit={save} noValidate className="space-y-6">
      <RefusedNote refused={refused} form="reword" fields={['title', 'areaId']} />
      <OvertakenNote
        form={form}
        labels={{ title: 'Issue', areaId: 'Area' }}
        say={(name, value) => (name === 'areaId' ? areas.find(({ id }) => id === value)?.name : undefined)}
      />
      <TextAreaField
        id="reword-title"
        label="Issue"
        className="min-h-20"
        error={errorAt('title')}
        {...form.field('title')}
      />
      <SelectField id="reword-areaId" label="Area" error={errorAt('areaId')} {...form.field('areaId')}>
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" pending={pending} pendingLabel="Saving">
        Save the issue
      </Button>
    </form>
  )
}
