'use client'

import { Button } from '../../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../refused-note.tsx'
import { saveFirst } from '../../../../../../save-first.ts'
import { useAct } from '../../../../../../use-act.ts'
import { PublishBriefDocument } from './brief.generated.ts'

/** Shows the brief to the people of its workshops and to its contributors, or keeps it inside again. */
export function PublishBrief({ briefId, published }: { briefId: string; published: boolean }) {
  const { act, pending, refused } = useAct(PublishBriefDocument)
  async function change() {
    if (!(await saveFirst())) return
    const done = await act({ briefId, published: !published })
    if (done) toast(published ? 'The brief is kept inside again.' : 'The brief is published.')
  }
  return (
    <>
      <RefusedNote refused={refused} form="publish" />
      <Button
        variant={published ? 'secondary' : undefined}
        onClick={() => void change()}
        pending={pending}
        pendingLabel="Changing"
      >
        {published ? 'Keep it inside' : 'Publish the brief'}
      </Button>
    </>
  )
}
