'use client'

import { plural } from '#domain/numbers.ts'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import type { SetUpTable } from './set-up-workshop.ts'
import { RemoveTableDocument } from './tables.generated.ts'

/** Removes a table at which people sit. Who sat there cannot be brought back, so it asks. */
export function RemoveTable({ table }: { table: SetUpTable }) {
  const { id, code, seatCount } = table
  const remove = useActInDialog(RemoveTableDocument)
  return (
    <Confirm
      trigger={
        <>
          Remove<span className="sr-only"> table {code}</span>
        </>
      }
      triggerVariant="quiet"
      title={`Remove table ${code}?`}
      confirmLabel={`Remove table ${code}`}
      pendingLabel="Removing"
      onConfirm={() => remove({ tableId: id }, () => toast(`Table ${code} is removed.`))}
    >
      <p>
        {plural(seatCount, 'person keeps their seat', 'people keep their seats')}, without a table. A table
        from which an issue came cannot be removed.
      </p>
    </Confirm>
  )
}
