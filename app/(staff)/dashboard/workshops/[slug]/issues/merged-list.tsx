'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { CurateUnmergeIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

/** The issues that became one, in their own words, each with the way out. */
export function MergedList({ merged }: { merged: readonly CuratedIssue[] }) {
  const { act, pending, refused } = useAct(CurateUnmergeIssueDocument)

  async function takeOut(issueId: string) {
    if (await act({ issueId })) toast('The merge is undone. The issue stands on its own again.')
  }

  return (
    <div className="mt-2 border-s-4 border-line-strong ps-3">
      <p className="font-bold">Merged into it:</p>
      <RefusedNote refused={refused} form="merged" className="my-2" />
      <ul>
        {merged.map(({ id, title, tableCodes, mergedByName }) => (
          <li key={id} className="py-1">
            <p>
              {title} {tableCodes.length > 0 ? `(${tableCodes.join(', ')})` : ''}
              {mergedByName ? <span className="block text-ink-soft">by {mergedByName}</span> : null}
            </p>
            <Button
              variant="quiet"
              className="-ms-2"
              pending={pending}
              pendingLabel="Taking out"
              onClick={() => takeOut(id)}
            >
              Undo this merge<span className="sr-only">: {title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
