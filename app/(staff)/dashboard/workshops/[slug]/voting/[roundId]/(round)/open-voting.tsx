'use client'

import { plural } from '#domain/numbers.ts'
import { Confirm } from '../../../../../../../_ui/confirm.tsx'
import { Notice } from '../../../../../../../_ui/notice.tsx'
import { toast } from '../../../../../../../_ui/toast.ts'
import { NOT_SAVED, saveFirst } from '../../../../../../save-first.ts'
import { useActInDialog } from '../../../../../../use-act-in-dialog.ts'
import { OpenRoundDocument } from '../../voting-changes.generated.ts'

type Props = {
  roundId: string
  title: string
  count: number
  /** Which issues on the wall the ballot leaves out. */
  leftOff: string | null
  blocked: boolean
}

/** Opens voting on what is put forward now. The ballot cannot be changed afterwards, so it asks. */
export function OpenVoting({ roundId, title, count, leftOff, blocked }: Props) {
  const open = useActInDialog(OpenRoundDocument)
  if (blocked) {
    return (
      <Notice kind="warning" title="Another round is open">
        <p>One round is voted on at a time. Close the other one first.</p>
      </Notice>
    )
  }
  return (
    <Confirm
      trigger="Open voting"
      triggerVariant="primary"
      variant="primary"
      title={`Open “${title}” on ${plural(count, 'issue')}?`}
      confirmLabel="Open voting"
      pendingLabel="Opening"
      cancelLabel="Not yet"
      onConfirm={async () =>
        (await saveFirst()) ? open({ roundId }, () => toast('Voting is open.')) : NOT_SAVED
      }
    >
      {leftOff ? <p className="mb-2 font-bold">{leftOff}</p> : null}
      <p>
        The ballot is fixed as it stands now, and people can place their dots at once. The rules can be
        changed until the first dot. The workshop’s step for voting opens with it, and putting issues forward
        ends.
      </p>
    </Confirm>
  )
}
