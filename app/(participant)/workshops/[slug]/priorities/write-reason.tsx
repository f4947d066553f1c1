'use client'

import { useId } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Compose } from '../compose.tsx'
import { useStatementOutbox } from './statement-outbox.tsx'

/** One more reason why a statement is important. */
export function WriteReason({ statement }: { statement: { id: string; title: string } }) {
  const id = useId()
  return (
    <Compose
      id={`${id}reason`}
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
