'use client'

import { useAct } from '../../../../use-act.ts'
import { SetAsideList } from '../desk/set-aside-list.tsx'
import { IDEAS } from '../desk/words.ts'
import { type CuratedIdea, type IdeaDeskSetting, wordsOf } from './curated-ideas.ts'
import { CurateRestoreIdeaDocument, CurateShowIdeasDocument } from './idea-changes.generated.ts'

type Props = { ideas: readonly CuratedIdea[]; tables: IdeaDeskSetting['tables'] }

/** Hidden and withdrawn ideas. */
export function SetAsideIdeas({ ideas, tables }: Props) {
  const showing = useAct(CurateShowIdeasDocument)
  const restoring = useAct(CurateRestoreIdeaDocument)
  return (
    <SetAsideList
      noun={IDEAS}
      setAside={ideas.map((idea) => ({
        ...wordsOf(idea, tables),
        hidden: idea.hiddenAt !== null,
        withdrawn: idea.withdrawnAt !== null,
        hiddenReason: idea.hiddenReason,
      }))}
      show={(ideaId) => showing.act({ ideaIds: [ideaId] })}
      restore={(ideaId) => restoring.act({ ideaId })}
      pending={showing.pending || restoring.pending}
      refused={showing.refused ?? restoring.refused}
    />
  )
}
