'use client'

import { Button } from '../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { ArchiveMeasureDocument } from './measure.generated.ts'

type Props = { id: string; title: string; archived: boolean }

/** Puts a measure out of the way, or brings it back. */
export function ArchiveMeasure({ id, title, archived }: Props) {
  const { act, pending, refused } = useAct(ArchiveMeasureDocument)

  async function archive(to: boolean) {
    const done = await act({ id, archived: to })
    if (!done) return
    const undo = { label: 'Undo', run: () => void act({ id, archived: !to }) }
    toast(to ? `“${title}” is archived.` : `“${title}” is back.`, { action: undo })
  }

  return (
    <div className="space-y-2">
      <RefusedNote refused={refused} form="archive" />
      <Button
        variant="quiet"
        className="-ms-2"
        pending={pending}
        pendingLabel={archived ? 'Bringing back' : 'Archiving'}
        onClick={() => archive(!archived)}
      >
        {archived ? 'Bring this measure back' : 'Archive this measure'}
      </Button>
    </div>
  )
}
