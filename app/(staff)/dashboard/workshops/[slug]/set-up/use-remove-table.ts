'use client'

import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import type { SetUpTable } from './set-up-workshop.ts'
import { AddTableDocument, RemoveTableDocument } from './tables.generated.ts'

/** Removes a table at which nobody sits; "Undo" puts it back. */
export function useRemoveTable(workshopId: string, { id, code, name, area }: SetUpTable) {
  const removing = useAct(RemoveTableDocument)
  const adding = useAct(AddTableDocument)

  async function putBack() {
    const done = await adding.act({ input: { id, workshopId, code, name, areaId: area?.id ?? null } })
    if (done) toast(`Table ${code} is back.`)
    else toast(`Table ${code} could not be put back. Add it again.`, { kind: 'error' })
  }

  async function remove() {
    const done = await removing.act({ tableId: id })
    if (done) toast(`Table ${code} is removed.`, { action: { label: 'Undo', run: () => void putBack() } })
  }

  return { remove, pending: removing.pending, refused: removing.refused }
}
