'use client'

import { useId } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Compose } from '../compose.tsx'
import type { Writing } from '../writing.ts'
import { useStatementOutbox } from './statement-outbox.tsx'

type Props = Writing & { statement: { id: string; title: string } }

/** One more reason why a statement is important. */
export function WriteReason({ statement, ended }: Props) {
  const id = useId()
  return (
    <Compose
      id={`${id}reason`}
      ended={ended}
      label={
        <>
          This is important because…<span className="sr-only"> (“{statement.title}”)</span>
        </>
      }
      limit={LIMITS.importantBecause}
      whenEmpty="Write the reason first."
      submitLabel="Add the reason"
      opener={{
        label: (
          <>
            Say why it is important<span className="sr-only">: {statement.title}</span>
          </>
        ),
        variant: 'secondary',
      }}
      storageKey={`qlab.reason-draft.${statement.id}`}
      outbox={useStatementOutbox()}
      isHere={({ statementId }) => statementId === statement.id}
      about={() => ({ statementId: statement.id })}
    />
  )
}
