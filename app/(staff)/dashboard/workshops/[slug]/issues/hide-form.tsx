'use client'

import { useAct } from '../../../../use-act.ts'
import { HideForm as SharedForm } from '../desk/hide-form.tsx'
import { CurateHideIssueDocument, CurateShowIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Props = { issue: CuratedIssue; done: () => void }

/** Hides an issue, with the reason that its author reads. */
export function HideForm({ issue: { id, title }, done }: Props) {
  const hiding = useAct(CurateHideIssueDocument)
  const showing = useAct(CurateShowIssueDocument)
  return (
    <SharedForm
      id={id}
      noun="issue"
      text={title}
      hint="Participants no longer see it, and a dot on it in an open round can be moved. You can show it again."
      hide={(reason, check) => hiding.act({ issueId: id, reason }, { check })}
      show={() => showing.act({ issueId: id })}
      pending={hiding.pending}
      refused={hiding.refused}
      done={done}
    />
  )
}
