'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { CurateMergeIssuesDocument, CurateUnmergeIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Props = { issues: readonly CuratedIssue[]; done: () => void }

/** Which of the chosen issues stays. The others keep their words and are read with it. */
export function MergeForm({ issues, done }: Props) {
  const [intoId, stay] = useState(issues[0]?.id ?? '')
  const merging = useAct(CurateMergeIssuesDocument)
  const unmerging = useAct(CurateUnmergeIssueDocument)

  async function merge(event: FormEvent) {
    event.preventDefault()
    const issueIds = issues.map(({ id }) => id).filter((id) => id !== intoId)
    if (!(await merging.act({ intoId, issueIds }))) return
    toast(`${issues.length} issues are now one.`, {
      action: { label: 'Undo', run: () => void undo(issueIds) },
    })
    done()
  }

  async function undo(issueIds: readonly string[]) {
    for (const issueId of issueIds) {
      if (!(await unmerging.act({ issueId }))) {
        return toast('The merge could not be undone. Open the issue to see why.', { kind: 'error' })
      }
    }
  }

  return (
    <form onSubmit={merge} className="space-y-6">
      <p>The codes of all their tables are put together. You can undo a merge until voting opens.</p>
      <RefusedNote refused={merging.refused} form="merge" />
      <FieldGroup legend="Which one stays?">
        {issues.map(({ id, title, tableCodes }) => (
          <CheckField
            key={id}
            id={`stay-${id}`}
            type="radio"
            name="stay"
            label={title}
            hint={tableCodes.join(', ') || undefined}
            checked={id === intoId}
            onChange={() => stay(id)}
          />
        ))}
      </FieldGroup>
      <Button type="submit" pending={merging.pending} pendingLabel="Merging">
        Merge {issues.length} issues into one
      </Button>
    </form>
  )
}
