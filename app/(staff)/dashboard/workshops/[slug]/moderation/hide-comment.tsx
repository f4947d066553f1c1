'use client'

import { useAct } from '../../../../use-act.ts'
import { HideForm } from '../desk/hide-form.tsx'
import { COMMENTS } from '../desk/words.ts'
import { ModerateHideCritiqueDocument, ModerateShowCritiqueDocument } from './moderation.generated.ts'

type Props = { id: string; text: string; done: () => void }

/** Hides a comment, with the reason that its author reads. */
export function HideComment({ id, text, done }: Props) {
  const hiding = useAct(ModerateHideCritiqueDocument)
  const showing = useAct(ModerateShowCritiqueDocument)
  return (
    <HideForm
      noun={COMMENTS}
      words={[{ id, text }]}
      hint="Participants no longer read it. A stub stays in its place, and every answer to it. You can show it again."
      hide={(reason, check) => hiding.act({ critiqueId: id, reason }, { check })}
      show={() => showing.act({ critiqueId: id })}
      pending={hiding.pending}
      refused={hiding.refused}
      done={done}
    />
  )
}
