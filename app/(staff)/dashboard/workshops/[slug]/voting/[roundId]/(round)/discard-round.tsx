'use client'

import { useRouter } from 'next/navigation'
import { Button } from '../../../../../../../_ui/button.tsx'
import { toast } from '../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../use-act.ts'
import { CreateRoundDocument, DiscardRoundDocument } from '../../voting-changes.generated.ts'
import type { RoundView } from '../load-round.ts'

type Props = { workshopId: string; round: RoundView; path: string }

/** Throws away a round that was never opened; "Undo" sets it up again with the same rules. */
export function DiscardRound({ workshopId, round, path }: Props) {
  const router = useRouter()
  const discarding = useAct(DiscardRoundDocument)
  const creating = useAct(CreateRoundDocument)

  async function setUpAgain() {
    const { id, title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions } = round
    const rules = { id, title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions }
    const replaces = { replacesRoundId: round.replacesRound?.id ?? null, reason: round.replaceReason }
    const done = await creating.act({ input: { workshopId, ...rules, ...replaces } })
    if (done) toast(`“${title}” is set up again.`)
    else toast(`“${title}” could not be set up again. Set up a new round.`, { kind: 'error' })
  }

  async function discard() {
    if (!(await discarding.act({ roundId: round.id }, { refresh: false }))) return
    toast(`“${round.title}” is thrown away.`, {
      action: { label: 'Undo', run: () => void setUpAgain() },
      onNextPage: true,
    })
    router.push(path)
    router.refresh()
  }

  return (
    <>
      <RefusedNote refused={discarding.refused} form="discard" className="mb-2" />
      <Button
        variant="quiet"
        className="-ms-2"
        pending={discarding.pending}
        pendingLabel="Throwing away"
        onClick={discard}
      >
        Throw this round away
      </Button>
    </>
  )
}
