'use client'

import { useAct } from '../../../../use-act.ts'
import { MergeForm } from '../desk/merge-form.tsx'
import { IDEAS } from '../desk/words.ts'
import { type CuratedIdea, type IdeaDeskSetting, wordsOf } from './curated-ideas.ts'
import { CurateMergeIdeasDocument, CurateUnmergeIdeaDocument } from './idea-changes.generated.ts'

type Props = { ideas: readonly CuratedIdea[]; tables: IdeaDeskSetting['tables']; done: () => void }

/** Which of the chosen ideas stays. */
export function MergeIdeas({ ideas, tables, done }: Props) {
  const merging = useAct(CurateMergeIdeasDocument)
  const unmerging = useAct(CurateUnmergeIdeaDocument)
  return (
    <MergeForm
      noun={IDEAS}
      several={ideas.map((idea) => wordsOf(idea, tables))}
      hint="The codes of their tables are put together, and their supporters and comments count for the one that stays. You can undo a merge."
      merge={(intoId, ideaIds) => merging.act({ intoId, ideaIds })}
      unmerge={(ideaId) => unmerging.act({ ideaId })}
      pending={merging.pending}
      refused={merging.refused}
      done={done}
    />
  )
}
