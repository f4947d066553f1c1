'use client'

import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { RemoveSeatDocument } from './people.generated.ts'

type Props = { seatId: string; who: string }

/** Takes a seat back. It cannot be undone, so it names the person and asks. */
export function RemoveSeat({ seatId, who }: Props) {
  const remove = useActInDialog(RemoveSeatDocument)
  return (
    <Confirm
      trigger={
        <>
          Remove<span className="sr-only"> {who}</span>
        </>
      }
      triggerVariant="quiet"
      title={`Remove ${who} from this workshop?`}
      confirmLabel={`Remove ${who}`}
      pendingLabel="Removing"
      onConfirm={() => remove({ seatId }, () => toast(`${who} no longer has a seat.`))}
    >
      <p>
        They can no longer see the workshop. What they wrote and the dots they placed stay. To come back they
        need a new invitation or the room code.
      </p>
    </Confirm>
  )
}
