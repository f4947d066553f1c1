'use client'

import { useId, useState } from 'react'
import type { IssueState } from '#domain/issues.ts'
import { Button } from '../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'

type Props = {
  issue: { title: string; state: IssueState }
  decide: (state: IssueState, reason: string | null) => Promise<string | null>
}

/** What the table decides about an issue: forward, or left behind, with a reason if it likes. */
export function DecideActions({ issue: { title, state }, decide }: Props) {
  const id = useId()
  const [leaving, setLeaving] = useState(false)
  const about = <span className="sr-only">: {title}</span>

  async function leave(form: FormData) {
    const reason = String(form.get('reason') ?? '').trim()
    if ((await decide('NOT_CHOSEN', reason || null)) === null) setLeaving(false)
  }

  if (leaving) {
    return (
      <form action={leave} className="mt-3 space-y-3">
        <TextAreaField
          id={`${id}reason`}
          name="reason"
          label="Why it is not chosen"
          hint="You may leave this empty."
          autoFocus
          rows={2}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit">Do not choose it{about}</Button>
          <Button variant="quiet" onClick={() => setLeaving(false)}>
            Cancel
          </Button>
        </div>
      </form>
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
