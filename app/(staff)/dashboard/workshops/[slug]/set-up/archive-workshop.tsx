'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { ArchiveWorkshopDocument } from '../../../(lab)/(home)/dashboard.generated.ts'

type Props = { id: string; title: string; archived: boolean }

/** Puts the workshop out of the way, or brings it back. */
export function ArchiveWorkshop({ id, title, archived }: Props) {
  const { act, pending, refused } = useAct(ArchiveWorkshopDocument)

  async function archive(to: boolean) {
    if (!(await act({ id, archived: to }))) return
    const undo = { label: 'Undo', run: () => void act({ id, archived: !to }) }
    toast(to ? `“${title}” is archived.` : `“${title}” is back.`, { action: undo })
  }

  return (
    <>
      <RefusedNote refused={refused} form="archive" className="mb-3" />
      <Button
        variant="secondary"
        pending={pending}
        pendingLabel={archived ? 'Bringing back' : 'Archiving'}
        onClick={() => archive(!archived)}
      >
        {archived ? 'Bring it back' : 'Archive this workshop'}
      </Button>
    </>
  )
}
