'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { NOT_SAVED, saveFirst } from '../../../../save-first.ts'
import { useAct } from '../../../../use-act.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { PublishWorkshopDocument } from './keeping.generated.ts'

type Props = { id: string; title: string; published: boolean }

/** Shows a workshop to everybody, which asks first: what has been read cannot be unread. Taking it back does not. */
export function Publish({ id, title, published }: Props) {
  const { act, pending, refused } = useAct(PublishWorkshopDocument)
  const publish = useActInDialog(PublishWorkshopDocument)

  async function withdraw() {
    if (!(await act({ id, published: false }))) return
    const undo = { label: 'Undo', run: () => void act({ id, published: true }) }
    toast(`“${title}” is no longer published.`, { action: undo })
  }

  if (published) {
    return (
      <>
        <RefusedNote refused={refused} form="publish" className="mb-3" />
        <Button variant="secondary" pending={pending} pendingLabel="Taking back" onClick={withdraw}>
          Stop publishing
        </Button>
      </>
    )
  }
  return (
    <Confirm
      trigger="Publish this workshop"
      title={`Publish “${title}” to everybody?`}
      variant="primary"
      confirmLabel="Publish"
      pendingLabel="Publishing"
      cancelLabel="Not now"
      onConfirm={async () =>
        (await saveFirst())
          ? publish({ id, published: true }, () => toast(`“${title}” is published.`))
          : NOT_SAVED
      }
    >
      <p>
        Its issues, results and priorities can be read by everybody, without signing in. Names and addresses
        are not shown. You can stop publishing it later.
      </p>
    </Confirm>
  )
}
