'use client'

import { useEffect, useState } from 'react'
import type { IssueState } from '#domain/issues.ts'
import { Button } from '../../../../_ui/button.tsx'
import { readDraft } from '../drafts.ts'
import { ReasonForm } from '../reason-form.tsx'

type Decide = (state: IssueState, reason: string | null) => Promise<string | null>
type Props = { issue: { id: string; title: string; state: IssueState }; decide: Decide }

/** What the table decides about an issue: forward, or left behind, with a reason if it likes. */
export function DecideActions({ issue: { id, title, state }, decide }: Props) {
  const [leaving, setLeaving] = useState(false)
  const about = <span className="sr-only">: {title}</span>

  useEffect(() => {
    if (readDraft(reasonKey(id))) setLeaving(true)
  }, [id])

  if (leaving) {
    return (
      <ReasonForm
        label="Why it is not chosen"
        hint="You may leave this empty."
        storageKey={reasonKey(id)}
        submitLabel={
          <>
            Do not choose it<span className="sr-only">: {title}</span>
          </>
        }
        onSend={(reason) => decide('NOT_CHOSEN', reason || null)}
        onClose={() => setLeaving(false)}
      />
    )
  }
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {state === 'PUT_FORWARD' ? null : (
        <Button onClick={() => void decide('PUT_FORWARD', null)}>Put forward{about}</Button>
      )}
      {state === 'NOT_CHOSEN' ? null : (
        <Button variant="secondary" onClick={() => setLeaving(true)}>
          Do not choose{about}
        </Button>
      )}
      {state === 'RAISED' ? null : (
        <Button variant="quiet" onClick={() => void decide('RAISED', null)}>
          Not decided yet{about}
        </Button>
      )}
    </div>
  )
}

function reasonKey(issueId: string): string {
  return `qlab.reason.${issueId}`
}
