'use client'

import { useEffect, useId, useState } from 'react'
import type { IssueState } from '#domain/issues.ts'
import { Button } from '../../../../_ui/button.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { readKeptText, useKeptText } from './use-kept-text.ts'

type Decide = (state: IssueState, reason: string | null) => Promise<string | null>
type Props = { issue: { id: string; title: string; state: IssueState }; decide: Decide }

/** What the table decides about an issue: forward, or left behind, with a reason if it likes. */
export function DecideActions({ issue: { id, title, state }, decide }: Props) {
  const [leaving, setLeaving] = useState(false)
  const about = <span className="sr-only">: {title}</span>

  useEffect(() => {
    if (readKeptText(reasonKey(id))) setLeaving(true)
  }, [id])

  if (leaving) return <ReasonForm id={id} title={title} decide={decide} onDone={() => setLeaving(false)} />
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

function ReasonForm({
  id,
  title,
  decide,
  onDone,
}: {
  id: string
  title: string
  decide: Decide
  onDone: () => void
}) {
  const fieldId = useId()
  const [reason, setReason, forget] = useKeptText(reasonKey(id), '')

  async function leave() {
    if ((await decide('NOT_CHOSEN', reason.trim() || null)) === null) close()
  }

  function close() {
    forget()
    onDone()
  }

  return (
    <form action={leave} className="mt-3 space-y-3">
      <TextAreaField
        id={fieldId}
        label="Why it is not chosen"
        hint="You may leave this empty."
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoFocus
        rows={2}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">
          Do not choose it<span className="sr-only">: {title}</span>
        </SubmitButton>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function reasonKey(issueId: string): string {
  return `qlab.reason.${issueId}`
}
