'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { UpdateProjectDocument } from '../project.generated.ts'

type Props = { id: string; title: string; archived: boolean }

/** Puts a project out of the way, or brings it back. */
export function ArchiveProject({ id, title, archived }: Props) {
  const { act, pending, refused } = useAct(UpdateProjectDocument)

  async function archive(to: boolean) {
    const done = await act({ input: { id, archived: to } })
    if (!done) return
    const undo = { label: 'Undo', run: () => void act({ input: { id, archived: !to } }) }
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
        {archived ? 'Bring this project back' : 'Archive this project'}
      </Button>
    </div>
  )
}
