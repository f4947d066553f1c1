'use client'

import { Confirm } from '../../../../_ui/confirm.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { useActInDialog } from '../../../use-act-in-dialog.ts'
import { ErasePersonDocument } from './erasures.generated.ts'

type Props = { personId: string; who: string; votesNow: boolean }

/** Erases somebody. It cannot be undone, so it names the person, says what stays, and asks. */
export function ErasePerson({ personId, who, votesNow }: Props) {
  const erase = useActInDialog(ErasePersonDocument)
  return (
    <Confirm
      trigger={
        <>
          Erase<span className="sr-only"> {who}</span>
        </>
      }
      triggerVariant="quiet"
      variant="danger"
      title={`Erase ${who} for good?`}
      confirmLabel={`Erase ${who}`}
      pendingLabel="Erasing"
      onConfirm={() => erase({ personId }, () => toast(`${who} has been erased.`))}
    >
      <p>
        Their account, addresses and name are deleted and they are signed out everywhere. What they wrote
        stays, by somebody “Removed”, and so do their dots. This cannot be undone.
      </p>
      {votesNow ? (
        <p className="mt-3">
          A vote is open in one of their workshops. They will not be able to move their dots any more.
        </p>
      ) : null}
    </Confirm>
  )
}
