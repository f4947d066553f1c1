'use client'

import { useAct } from '../../../../use-act.ts'
import { MergedList as SharedList } from '../desk/merged-list.tsx'
import { ISSUES } from '../desk/words.ts'
import { CurateUnmergeIssueDocument } from './curate-changes.generated.ts'
import { type CuratedIssue, wordsOf } from './curated.ts'

/** The issues that became one, in their own words, each with the way out. */
export function MergedList({ merged }: { merged: readonly CuratedIssue[] }) {
  const { act, pending, refused } = useAct(CurateUnmergeIssueDocument)
  return (
    <SharedList
      noun={ISSUES}
      merged={merged.map((issue) => ({ ...wordsOf(issue), mergedByName: issue.mergedByName }))}
      unmerge={(issueId) => act({ issueId })}
      pending={pending}
      refused={refused}
    />
  )
}
