'use client'

import { useState } from 'react'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { ShownToken } from '../shown-token.tsx'
import { RevokeTokenDocument, RotateTokenDocument } from './token.generated.ts'

const OVERLAP_HOURS = 24

type Props = { id: string; organisation: string }

/** Replaces a token by a new one, with a day in which both work, or ends it at once. */
export function EndToken({ id, organisation }: Props) {
  const rotate = useActInDialog(RotateTokenDocument)
  const revoke = useActInDialog(RevokeTokenDocument)
  const [made, setMade] = useState<string | null>(null)
  return (
    <div className="mt-6 max-w-prose space-y-4">
      {made ? <ShownToken organisation={organisation} token={made} onDone={() => setMade(null)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Confirm
          trigger="Replace this token"
          title={`Replace the token of ${organisation}?`}
          confirmLabel="Make a new token"
          pendingLabel="Making"
          onConfirm={() =>
            rotate({ input: { id, overlapHours: OVERLAP_HOURS } }, (done) => setMade(done.token))
          }
        >
          <p>
            A new token with the same rights and limits is made and shown once. This one works on for{' '}
            {OVERLAP_HOURS} hours and then no more.
          </p>
        </Confirm>
        <Confirm
          trigger="Revoke this token"
          triggerVariant="quiet"
          variant="danger"
          title={`Revoke the token of ${organisation}?`}
          confirmLabel="Revoke the token"
          pendingLabel="Revoking"
          onConfirm={() => revoke({ id }, () => toast('The token is revoked.'))}
        >
          <p>It opens nothing from now on, whoever has it. This cannot be undone; you can make a new one.</p>
        </Confirm>
      </div>
    </div>
  )
}
