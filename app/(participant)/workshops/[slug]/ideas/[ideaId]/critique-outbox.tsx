'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { CRITIQUE_KINDS, type CritiqueKind } from '#domain/critiques.ts'
import type { Pin } from '#domain/pins.ts'
import { isRecord, type Outgoing } from '../../outbox-state.ts'
import { type Outbox, useOutbox } from '../../use-outbox.ts'
import { useSend } from '../../use-send.ts'
import { AnswerCritiqueDocument, WriteCritiqueDocument } from './critiques.generated.ts'

/** What a comment on its way is: the beginning of a thread, of a kind and perhaps pinned, or an answer. */
export type AboutCritique =
  | { kind: CritiqueKind; pin: Pin | null; parentId?: undefined }
  | { parentId: string; kind?: undefined }

const Comments = createContext<Outbox<AboutCritique> | null>(null)

type Props = { ideaId: string; refresh?: () => void; children: ReactNode }

/** Sends the comments and answers on one idea, whichever form below it they were written in. */
export function CritiqueOutbox({ ideaId, refresh, children }: Props) {
  const send = useSend()
  const outbox = useOutbox<AboutCritique>({
    storageKey: `qlab.critiques.${ideaId}`,
    isAbout,
    arrived: 'Your comment is with the idea.',
    refresh,
    send: ({ id, text, about }: Outgoing<AboutCritique>) =>
      about.kind
        ? send(WriteCritiqueDocument, { input: { id, ideaId, kind: about.kind, text, pin: about.pin } })
        : send(AnswerCritiqueDocument, { input: { id, parentId: about.parentId ?? '', text } }),
  })
  return <Comments value={outbox}>{children}</Comments>
}

/** The comments on their way, for a form inside `CritiqueOutbox`. */
export function useCritiqueOutbox(): Outbox<AboutCritique> {
  const outbox = useContext(Comments)
  if (outbox === null) throw new Error('A form for comments stands outside their outbox.')
  return outbox
}

function isAbout(value: unknown): value is AboutCritique {
  if (!isRecord(value)) return false
  return typeof value.parentId === 'string' || CRITIQUE_KINDS.some((kind) => kind === value.kind)
}
