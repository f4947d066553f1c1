'use client'

import { useOptimistic } from 'react'
import { formatRoomCode, readRoomCode } from '#domain/room-codes.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { ButtonLink } from '../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../_ui/card.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import type { RunWorkshop } from './next-act.ts'
import { SetRoomOpenDocument } from './run.generated.ts'

type Props = { workshop: Pick<RunWorkshop, 'id' | 'slug' | 'roomCode' | 'roomOpen' | 'joinUrl'> }

/** The code that admits people, large enough to read out, and whether it does so now. */
export function Room({ workshop }: Props) {
  const { id, slug, roomCode, joinUrl } = workshop
  const { act, pending, refused } = useAct(SetRoomOpenDocument)
  const [open, showOpen] = useOptimistic(workshop.roomOpen)

  async function change(to: boolean) {
    const done = await act({ id, open: to }, { optimistic: () => showOpen(to) })
    if (!done) return
    const undo = () => void act({ id, open: !to }, { optimistic: () => showOpen(!to) })
    toast(to ? 'The room is open.' : 'The room is closed. Those who are in stay.', {
      action: { label: 'Undo', run: undo },
    })
  }

  // A workshop that was brought in has no code that anybody could type.
  if (!roomCode || readRoomCode(roomCode) === null) return null
  return (
    <Card as="section" aria-labelledby="room" className="lg:col-start-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="room">Room</h2>
        <Tag tone={open ? 'accent' : 'plain'}>{open ? 'Open' : 'Closed'}</Tag>
      </div>
      <p className="tally mt-2 text-projector-title font-bold tracking-wide">
        <span className="sr-only">Room code: </span>
        {formatRoomCode(roomCode)}
      </p>
      {joinUrl ? (
        <p className="break-all">
          {open ? 'People join at ' : 'Nobody new is admitted. The address is '}
          <strong>{new URL(joinUrl).host}/join</strong>
        </p>
      ) : null}
      <p className="mt-1 text-ink-soft">
        The room opens by itself on the days of the workshop. Opened on another day, it closes when that day
        ends.
      </p>
      <RefusedNote refused={refused} form="room" className="mt-3" />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          variant="secondary"
          pending={pending}
          pendingLabel={open ? 'Opening' : 'Closing'}
          onClick={() => change(!open)}
        >
          {open ? 'Close the room' : 'Open the room'}
        </Button>
        <ButtonLink variant="secondary" href={`/dashboard/workshops/${slug}/join-sheet`}>
          Join sheet
        </ButtonLink>
      </div>
    </Card>
  )
}
