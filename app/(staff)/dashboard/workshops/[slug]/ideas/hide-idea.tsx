'use client'

import { useAct } from '../../../../use-act.ts'
import { HideForm } from '../desk/hide-form.tsx'
import { CurateHideIdeaDocument, CurateShowIdeaDocument } from './idea-changes.generated.ts'

type Props = { idea: { id: string; text: string }; done: () => void }

/** Hides an idea, with the reason that its author reads. */
export function HideIdea({ idea: { id, text }, done }: Props) {
  const hiding = useAct(CurateHideIdeaDocument)
  const showing = useAct(CurateShowIdeaDocument)
  return (
    <HideForm
      id={id}
      noun="idea"
      text={text}
      hint="Participants no longer see it or the comments on it. You can show it again."
      hide={(reason, check) => hiding.act({ ideaId: id, reason }, { check })}
      show={() => showing.act({ ideaId: id })}
      pending={hiding.pending}
      refused={hiding.refused}
      done={done}
    />
  )
}
