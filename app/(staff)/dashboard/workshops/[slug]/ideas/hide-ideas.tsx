'use client'

import { useAct } from '../../../../use-act.ts'
import { HideForm } from '../desk/hide-form.tsx'
import { IDEAS } from '../desk/words.ts'
import { CurateHideIdeasDocument, CurateShowIdeasDocument } from './idea-changes.generated.ts'

type Props = { ideas: readonly { id: string; text: string }[]; done: () => void }

/** Hides ideas, with the reason that their authors read. */
export function HideIdeas({ ideas, done }: Props) {
  const hiding = useAct(CurateHideIdeasDocument)
  const showing = useAct(CurateShowIdeasDocument)
  const ideaIds = ideas.map(({ id }) => id)
  return (
    <HideForm
      noun={IDEAS}
      words={ideas}
      hint="Participants no longer see what is hidden, nor the comments on it. You can show it again."
      hide={(reason, check) => hiding.act({ ideaIds, reason }, { check })}
      show={() => showing.act({ ideaIds })}
      pending={hiding.pending}
      refused={hiding.refused}
      done={done}
    />
  )
}
