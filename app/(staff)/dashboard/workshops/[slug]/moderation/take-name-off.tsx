'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { ModerateHideNameDocument } from './moderation.generated.ts'

type Props = { critiqueId: string; off: boolean }

/** Takes the author's name off a comment, for everybody, or shows it again. */
export function TakeNameOff({ critiqueId, off }: Props) {
  const { act, pending, refused } = useAct(ModerateHideNameDocument)

  async function change() {
    if (!(await act({ critiqueId, hidden: !off }))) return
    const undo = () => void act({ critiqueId, hidden: off })
    toast(off ? 'The author’s name may be shown again.' : 'The author’s name is off, for everybody.', {
      action: { label: 'Undo', run: undo },
    })
  }

  return (
    <>
      <Button variant="secondary" pending={pending} pendingLabel="Changing" onClick={change}>
        {off ? 'Show the author’s name again' : 'Take the author’s name off'}
      </Button>
      <RefusedNote refused={refused} form={`name-${critiqueId}`} />
    </>
  )
}
