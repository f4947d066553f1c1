'use client'

import { useRouter } from 'next/navigation'
import { RESTORE_DAYS } from '#domain/workshops.ts'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { dayOf } from '../../../../../_ui/moments.ts'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { DeleteWorkshopDocument } from './keeping.generated.ts'

type Props = { id: string; title: string }

/** Deletes the workshop and leads to where it can be brought back from. */
export function DeleteWorkshop({ id, title }: Props) {
  const router = useRouter()
  const remove = useActInDialog(DeleteWorkshopDocument, { refresh: false })
  return (
    <Confirm
      trigger="Delete this workshop"
      title={`Delete “${title}”?`}
      confirmLabel="Delete the workshop"
      pendingLabel="Deleting"
      onConfirm={() =>
        remove({ id }, (done) => {
          toast(`“${title}” is deleted. It can be brought back until ${dayOf(done.restorableUntil)}.`, {
            onNextPage: true,
          })
          router.push('/dashboard?status=DELETED')
        })
      }
    >
      <p>
        Its issues, votes and people disappear from every page, and nobody can join or vote. For{' '}
        {RESTORE_DAYS} days you can bring it back whole; after that it is gone.
      </p>
    </Confirm>
  )
}
