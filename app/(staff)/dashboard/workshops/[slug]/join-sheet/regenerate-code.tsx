'use client'

import { formatRoomCode } from '#domain/room-codes.ts'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { RegenerateRoomCodeDocument } from './join-sheet.generated.ts'

type Props = { id: string; title: string }

/** Gives the room a new code. Sheets with the old one admit nobody from then on, so it asks. */
export function RegenerateCode({ id, title }: Props) {
  const regenerate = useActInDialog(RegenerateRoomCodeDocument)
  return (
    <Confirm
      trigger="Make a new code"
      title={`Make a new room code for “${title}”?`}
      confirmLabel="Make a new code"
      pendingLabel="Making"
      onConfirm={() =>
        regenerate({ id }, ({ workshop }) =>
          toast(`The new room code is ${formatRoomCode(workshop.roomCode ?? '')}. Print the sheets again.`),
        )
      }
    >
      <p>Sheets and links with the old code stop working at once. People who have joined stay in the room.</p>
    </Confirm>
  )
}
