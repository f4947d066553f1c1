'use client'

import { useId } from 'react'
import { HORIZON_LABELS, HORIZON_QUESTIONS, type Horizon } from '#domain/ideas.ts'
import { LIMITS } from '#domain/text.ts'
import { Compose } from '../../compose.tsx'
import type { Writing } from '../../writing.ts'
import { useIdeaOutbox } from './idea-outbox.tsx'

type Props = Writing & {
  statement: { id: string; title: string }
  horizon: Horizon
  /** The writer's table. */
  paper: { hue: number | null; code: string | null }
}

/** A new idea for one statement and one horizon. */
export function WriteIdea({ statement, horizon, paper, ended }: Props) {
  const id = useId()
  const place = `${HORIZON_LABELS[horizon].toLowerCase()}, for “${statement.title}”`
  return (
    <Compose
      id={`${id}idea`}
      ended={ended}
      label={
        <>
          Your idea<span className="sr-only">: {place}</span>
        </>
      }
      hint={HORIZON_QUESTIONS[horizon]}
      limit={LIMITS.idea}
      whenEmpty="Write the idea first."
      submitLabel="Put the idea on the wall"
      opener={{
        label: (
          <>
            Write an idea<span className="sr-only">: {place}</span>
          </>
        ),
        variant: 'secondary',
      }}
      stays
      storageKey={`qlab.idea-draft.${statement.id}.${horizon}`}
      outbox={useIdeaOutbox()}
      isHere={(about) => about.statementId === statement.id && about.horizon === horizon}
      about={() => ({ statementId: statement.id, horizon })}
      paper={paper}
    />
  )
}
