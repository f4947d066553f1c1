'use client'

import { useId, useState } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Compose } from '../compose.tsx'
import { useKeptText } from '../use-kept-text.ts'
import type { Writing } from '../writing.ts'
import { ChoosePriorities, type PriorityChoice } from './choose-priorities.tsx'
import { type AboutStatement, useStatementOutbox } from './statement-outbox.tsx'

type Props = Writing & { workshopId: string; priorities: readonly PriorityChoice[] }

/** A new problem statement: which priorities it rewords, and in which words. */
export function WriteStatement({ workshopId, priorities, ended }: Props) {
  const id = useId()
  const [kept, setKept] = useKeptText(`qlab.statement-priorities.${workshopId}`, '')
  const [missing, setMissing] = useState(false)
  const chosen = kept.split(' ').filter((each) => priorities.some((priority) => priority.id === each))

  function about(): AboutStatement | null {
    setMissing(chosen.length === 0)
    return chosen.length === 0 ? null : { priorityIds: chosen }
  }

  return (
    <Compose
      id={`${id}statement`}
      ended={ended}
      label="Problem statement"
      hint="Say the problem in your own words, such as “Shifting the power from ‘over’ to ‘with’”."
      rows={2}
      limit={LIMITS.statement}
      whenEmpty="Write the statement first."
      submitLabel="Add the statement"
      opener={{ label: 'Write a problem statement', variant: 'primary' }}
      storageKey={`qlab.statement-draft.${workshopId}`}
      outbox={useStatementOutbox()}
      isHere={({ priorityIds }) => priorityIds !== undefined}
      about={about}
      onTakeBack={({ priorityIds }) => setKept((priorityIds ?? []).join(' '))}
    >
      <ChoosePriorities
        priorities={priorities}
        chosen={chosen}
        error={missing ? 'Choose at least one priority.' : null}
        onChange={(next) => {
          setMissing(false)
          setKept(next.join(' '))
        }}
      />
    </Compose>
  )
}
