'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { HORIZONS, type Horizon } from '#domain/ideas.ts'
import { isRecord, type Outgoing } from '../../outbox-state.ts'
import { type Outbox, useOutbox } from '../../use-outbox.ts'
import { useSend } from '../../use-send.ts'
import { WriteIdeaDocument } from '../ideas.generated.ts'

/** Where an idea on its way belongs. */
export type AboutIdea = { statementId: string; horizon: Horizon }

const Ideas = createContext<Outbox<AboutIdea> | null>(null)

type Props = { workshopId: string; tableId: string | null; children: ReactNode }

/** Sends the ideas of one writer, wherever on the page they were written. */
export function IdeaOutbox({ workshopId, tableId, children }: Props) {
  const send = useSend()
  const outbox = useOutbox<AboutIdea>({
    storageKey: `qlab.ideas.${workshopId}`,
    isAbout,
    arrived: 'Your idea is on the wall.',
    send: ({ id, text, about }: Outgoing<AboutIdea>) =>
      send(WriteIdeaDocument, { input: { id, text, tableId, ...about } }),
  })
  return <Ideas value={outbox}>{children}</Ideas>
}

/** The ideas on their way, for a form inside `IdeaOutbox`. */
export function useIdeaOutbox(): Outbox<AboutIdea> {
  const outbox = useContext(Ideas)
  if (outbox === null) throw new Error('A form for ideas stands outside their outbox.')
  return outbox
}

function isAbout(value: unknown): value is AboutIdea {
  return (
    isRecord(value) &&
    typeof value.statementId === 'string' &&
    HORIZONS.some((horizon) => horizon === value.horizon)
  )
}
