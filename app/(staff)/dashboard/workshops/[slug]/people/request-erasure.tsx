'use client'

import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { RequestErasureDocument } from './people.generated.ts'

type Props = { seatId: string; who: string }

/** Passes somebody's wish to be erased on to the administrators. */
export function RequestErasure({ seatId, who }: Props) {
  const request = useActInDialog(RequestErasureDocument)
  return (
    <Confirm
      trigger={
        <>
          Ask to erase<span className="sr-only"> {who}</span>
        </>
      }
      triggerVariant="quiet"
      title={`Ask the administrators to erase ${who}?`}
      confirmLabel="Send the request"
      pendingLabel="Sending"
      onConfirm={() => request({ seatId }, () => toast(`The administrators will see to ${who}.`))}
    >
      <p>
        Do this when {who} has asked for it. Nothing happens until an administrator agrees; then the account
        and the name are deleted on every workshop, while words and dots stay without them.
      </p>
    </Confirm>
  )
}
