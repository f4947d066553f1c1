'use client'

import { useAct } from '../../../../use-act.ts'
import { HideForm as SharedForm } from '../desk/hide-form.tsx'
import { ISSUES } from '../desk/words.ts'
import { CurateHideIssuesDocument, CurateShowIssuesDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Props = { issues: readonly CuratedIssue[]; done: () => void }

/** Hides issues, with the reason that their authors read. */
export function HideForm({ issues, done }: Props) {
  const hiding = useAct(CurateHideIssuesDocument)
  const showing = useAct(CurateShowIssuesDocument)
  const issueIds = issues.map(({ id }) => id)
  return (
    <SharedForm
      noun={ISSUES}
      words={issues.map(({ id, title }) => ({ id, text: title }))}
      hint="Participants no longer see what is hidden, and a dot on it in an open round can be moved. You can show it again."
      hide={(reason, check) => hiding.act({ issueIds, reason }, { check })}
      show={() => showing.act({ issueIds })}
      pending={hiding.pending}
      refused={hiding.refused}
      done={done}
    />
  )
}
