'use client'

import { useAct } from '../../../../use-act.ts'
import { MergeForm as SharedForm } from '../desk/merge-form.tsx'
import { ISSUES } from '../desk/words.ts'
import { CurateMergeIssuesDocument, CurateUnmergeIssueDocument } from './curate-changes.generated.ts'
import { type CuratedIssue, wordsOf } from './curated.ts'

type Props = { issues: readonly CuratedIssue[]; done: () => void }

/** Which of the chosen issues stays. */
export function MergeForm({ issues, done }: Props) {
  const merging = useAct(CurateMergeIssuesDocument)
  const unmerging = useAct(CurateUnmergeIssueDocument)
  return (
    <SharedForm
      noun={ISSUES}
      several={issues.map(wordsOf)}
      hint="The codes of all their tables are put together. You can undo a merge until voting opens."
      merge={(intoId, issueIds) => merging.act({ intoId, issueIds })}
      unmerge={(issueId) => unmerging.act({ issueId })}
      pending={merging.pending}
      refused={merging.refused}
      done={done}
    />
  )
}
