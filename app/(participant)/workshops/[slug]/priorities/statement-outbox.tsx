'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { isRecord, type Outgoing } from '../outbox-state.ts'
import { type Outbox, useOutbox } from '../use-outbox.ts'
import { useSend } from '../use-send.ts'
import { WriteReasonDocument, WriteStatementDocument } from './priorities.generated.ts'

/** What words on their way are: a statement that rewords priorities, or a reason why one is important. */
export type AboutStatement =
  | { priorityIds: readonly string[]; statementId?: undefined }
  | { statementId: string; priorityIds?: undefined }

const Statements = createContext<Outbox<AboutStatement> | null>(null)

/** Sends the statements and reasons of one writer, wherever on the page they were written. */
export function StatementOutbox({ workshopId, children }: { workshopId: string; children: ReactNode }) {
  const send = useSend()
  const outbox = useOutbox<AboutStatement>({
    storageKey: `qlab.statements.${workshopId}`,
    isAbout,
    arrived: 'Your words are with the priorities.',
    send: ({ id, text, about }: Outgoing<AboutStatement>) =>
      about.statementId === undefined
        ? send(WriteStatementDocument, {
            input: { id, workshopId, title: text, priorityIds: [...about.priorityIds] },
          })
        : send(WriteReasonDocument, { input: { id, statementId: about.statementId, text } }),
  })
  return <Statements value={outbox}>{children}</Statements>
}

/** The words on their way, for a form inside `StatementOutbox`. */
export function useStatementOutbox(): Outbox<AboutStatement> {
  const outbox = useContext(Statements)
  if (outbox === null) throw new Error('A form for statements stands outside their outbox.')
  return outbox
}

function isAbout(value: unknown): value is AboutStatement {
  if (!isRecord(value)) return false
  return typeof value.statementId === 'string' || Array.isArray(value.priorityIds)
}
