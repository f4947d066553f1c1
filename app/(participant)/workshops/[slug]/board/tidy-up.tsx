'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { plural } from '#domain/numbers.ts'
import { send } from '../../../../_apollo/transport.ts'
import { Confirm } from '../../../../_ui/confirm.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { noteOwnChange } from '../own-change.ts'
import type { BoardWorkshop, Frames } from './board-cards.ts'
import type { BoardProps } from './board-island.tsx'

type Props = { workshop: BoardWorkshop; frames: Frames; operation: BoardProps['tidying'] }

const WHAT = { horizons: 'ideas', areas: 'issues' }

/** Puts all cards back into their frames, which nobody can undo. */
export function TidyUp({ workshop, frames, operation }: Props) {
  const router = useRouter()
  const what = WHAT[frames]

  async function tidy(): Promise<string | null> {
    const asked = { workshopId: workshop.id, frames: frames === 'areas' ? 'AREAS' : 'HORIZONS' } as const
    const { tidyBoard } = await send(operation, asked)
    if ('message' in tidyBoard) return tidyBoard.message
    noteOwnChange()
    startTransition(() => router.refresh())
    toast(`${plural(tidyBoard.cards, 'card is', 'cards are')} back in their frames.`)
    return null
  }

  return (
    <Confirm
      trigger="Tidy up"
      title={`Put all ${what} of “${workshop.title}” back into their frames?`}
      confirmLabel="Tidy up"
      pendingLabel="Tidying up"
      cancelLabel="Leave them where they are"
      onConfirm={tidy}
    >
      <p>Where people put the cards by hand is forgotten, for everybody. This cannot be undone.</p>
    </Confirm>
  )
}
