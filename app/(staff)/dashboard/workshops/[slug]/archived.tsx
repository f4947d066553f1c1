'use client'

import { Button } from '../../../../_ui/button.tsx'
import { dayOf } from '../../../../_ui/moments.ts'
import { Notice } from '../../../../_ui/notice.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { RefusedNote } from '../../../refused-note.tsx'
import { useAct } from '../../../use-act.ts'
import { ArchiveWorkshopDocument } from '../../(lab)/(home)/dashboard.generated.ts'

type Props = { id: string; title: string; archivedAt: string }

/** Says that the workshop is out of the way, with the way to bring it back. */
export function Archived({ id, title, archivedAt }: Props) {
  const { act, pending, refused } = useAct(ArchiveWorkshopDocument)

  async function bringBack() {
    if (await act({ id, archived: false })) toast(`“${title}” is back.`)
  }

  return (
    <Notice className="mt-4" title={`This workshop was archived on ${dayOf(archivedAt)}`}>
      <p>Everything in it is kept, and it is left out of the dashboard’s list.</p>
      <RefusedNote refused={refused} form="archived" className="mt-2" />
      <Button
        variant="secondary"
        className="mt-3"
        pending={pending}
        pendingLabel="Bringing back"
        onClick={bringBack}
      >
        Bring it back
      </Button>
    </Notice>
  )
}
