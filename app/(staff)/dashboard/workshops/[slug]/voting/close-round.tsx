'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { formatTime } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { refuseCloseRound } from '#domain/votes.ts'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { Notice } from '../../../../../_ui/notice.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { useActInDialog } from '../../../../use-act-in-dialog.ts'
import { CloseRoundDocument } from './voting-changes.generated.ts'

type Props = {
  round: {
    id: string
    title: string
    turnout: { ballots: number; seats: number; dots: number } | null
    paper: { differences: string[] } | null
  }
  workshop: { title: string; timeZone: string }
  /** The address of the workshop's staff pages. */
  home: string
}

/** Closes voting for good. What blocks it is said before anybody presses. */
export function CloseRound({ round, workshop, home }: Props) {
  const router = useRouter()
  const close = useActInDialog(CloseRoundDocument, { refresh: false })
  const { id, title, turnout } = round
  const differences = (round.paper?.differences ?? []).map((optionId) => ({ optionId }))
  const blocked = refuseCloseRound({ state: 'OPEN', paperDifferences: differences })
  const missing = turnout ? Math.max(0, turnout.seats - turnout.ballots) : 0

  if (blocked) {
    return (
      <Notice kind="warning" title="Voting cannot be closed yet">
        <p>{blocked.message}</p>
        <p className="mt-1">
          <Link href={`${home}/voting/${id}/paper`} className="inline-flex min-h-11 items-center">
            Compare the two entries
          </Link>
        </p>
      </Notice>
    )
  }
  return (
    <Confirm
      trigger="Close voting"
      triggerVariant="primary"
      title={`Close “${title}” in ${workshop.title}?`}
      confirmLabel="Close voting for good"
      pendingLabel="Closing"
      cancelLabel="Keep voting open"
      onConfirm={() =>
        close({ roundId: id }, () => {
          toast(`Voting closed at ${formatTime(new Date(), workshop.timeZone)}. The result is ready.`, {
            onNextPage: true,
          })
          router.push(`${home}/voting/${id}`)
          router.refresh()
        })
      }
    >
      <p>This cannot be undone. A closed round is never reopened.</p>
      <ul className="mt-2 list-disc space-y-1 ps-6">
        {turnout ? (
          <li>{plural(turnout.dots, 'dot is', 'dots are')} counted, over all ways they came in.</li>
        ) : null}
        <li>The tally is written down, and the link between people and their dots is destroyed.</li>
        <li>The result is shown to everybody in the workshop.</li>
        {missing > 0 ? (
          <li>{plural(missing, 'person has', 'people have')} not voted yet, and cannot afterwards.</li>
        ) : null}
      </ul>
    </Confirm>
  )
}
