'use client'

import { formatDay } from '#domain/dates.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../refused-note.tsx'
import { useAct } from '../../../../../use-act.ts'
import { RestoreMeasurePointDocument } from './measure.generated.ts'

/** Puts a removed point back into the chart. */
export function RestorePoint({ id, day }: { id: string; day: string }) {
  const { act, pending, refused } = useAct(RestoreMeasurePointDocument)

  async function restore() {
    if (await act({ pointId: id })) toast(`The point of ${formatDay(day)} is back.`)
  }

  return (
    <>
      <RefusedNote refused={refused} form="restore" />
      <Button variant="quiet" pending={pending} pendingLabel="Putting back" onClick={restore}>
        Put back<span className="sr-only"> the point of {formatDay(day)}</span>
      </Button>
    </>
  )
}
