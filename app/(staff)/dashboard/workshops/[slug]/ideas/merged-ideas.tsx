'use client'

import { useAct } from '../../../../use-act.ts'
import { MergedList } from '../desk/merged-list.tsx'
import { IDEAS } from '../desk/words.ts'
import { type CuratedIdea, type IdeaDeskSetting, wordsOf } from './curated-ideas.ts'
import { CurateUnmergeIdeaDocument } from './idea-changes.generated.ts'

type Props = { merged: readonly CuratedIdea[]; tables: IdeaDeskSetting['tables'] }

/** The ideas that became one, in their own words, each with the way out. */
export function MergedIdeas({ merged, tables }: Props) {
  const { act, pending, refused } = useAct(CurateUnmergeIdeaDocument)
  return (
    <MergedList
      noun={IDEAS}
      merged={merged.map((idea) => ({ ...wordsOf(idea, tables), mergedByName: idea.mergedByName }))}
      unmerge={(ideaId) => act({ ideaId })}
      pending={pending}
      refused={refused}
    />
  )
}
