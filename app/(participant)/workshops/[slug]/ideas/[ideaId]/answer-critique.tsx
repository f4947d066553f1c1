'use client'

import { useId } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Compose } from '../../compose.tsx'
import type { Writing } from '../../writing.ts'
import { useCritiqueOutbox } from './critique-outbox.tsx'

type Props = Writing & {
  critiqueId: string
  /** Who wrote what is answered, in words. */
  author: string
  /** Tells this comment's buttons from those of others. */
  about: string
}

/** Where the words of an answer are kept while they are being written. */
export function answerKey(critiqueId: string): string {
  return `qlab.answer.${critiqueId}`
}

/** Answers one comment, in its thread. */
export function AnswerCritique({ critiqueId, author, about, ended }: Props) {
  const id = useId()
  return (
    <Compose
      id={`${id}answer`}
      ended={ended}
      label={`Your answer to ${author}`}
      limit={LIMITS.critique}
      whenEmpty="Write the answer first."
      submitLabel={
        <>
          Add the answer<span className="sr-only"> to “{about}”</span>
        </>
      }
      opener={{
        label: (
          <>
            Answer<span className="sr-only"> “{about}”</span>
          </>
        ),
      }}
      storageKey={answerKey(critiqueId)}
      outbox={useCritiqueOutbox()}
      isHere={({ parentId }) => parentId === critiqueId}
      about={() => ({ parentId: critiqueId })}
    />
  )
}
