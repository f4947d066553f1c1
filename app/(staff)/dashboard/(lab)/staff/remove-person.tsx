'use client'

import { Confirm } from '../../../../_ui/confirm.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { useActInDialog } from '../../../use-act-in-dialog.ts'
import { RemoveStaffDocument } from './staff-page.generated.ts'

type Props = { personId: string; who: string }

/** Takes somebody off the staff. It ends their sessions, so it asks first. */
export function RemovePerson({ personId, who }: Props) {
  const remove = useActInDialog(RemoveStaffDocument)
  return (
    <Confirm
      trigger={
        <>
          Remove<span className="sr-only"> {who}</span>
        </>
      }
      triggerVariant="quiet"
      title={`Remove ${who} from the staff?`}
      confirmLabel="Remove from the staff"
      pendingLabel="Removing"
      onConfirm={() => remove({ personId }, () => toast(`${who} no longer belongs to the staff.`))}
    >
      <p>
        They are signed out everywhere and can no longer open the dashboard as staff. Their seats in workshops
        stay, and so does everything they wrote. You can invite them again later.
      </p>
    </Confirm>
  )
}
