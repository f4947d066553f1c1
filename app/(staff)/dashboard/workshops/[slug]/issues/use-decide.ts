'use client'

import { useCallback, useEffect, useRef } from 'react'
import { ISSUE_STATE_LABELS, type IssueState } from '#domain/issues.ts'
import { plural } from '#domain/numbers.ts'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { CurateDecideIssuesDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Decision = Pick<CuratedIssue, 'id' | 'state' | 'stateReason'>

/** Puts issues forward or leaves them, for their tables, in one step. Shown at once, and undone from the message. */
export function useDecide(show: (changed: Decision) => void) {
  const { act, pending, refused } = useAct(CurateDecideIssuesDocument)

  function save(after: readonly Decision[], before: readonly Decision[]) {
    const decisions = after.map(({ id, state, stateReason }, place) => ({
      ...{ issueId: id, state, reason: stateReason },
      from: before[place]?.state,
    }))
    return act({ decisions }, { optimistic: () => after.forEach(show) })
  }

  async function decide(issues: readonly CuratedIssue[], state: IssueState, reason: string | null = null) {
    const before = issues.map(({ id, state, stateReason }) => ({ id, state, stateReason }))
    const after = before.map(({ id }) => ({ id, state, stateReason: reason }))
    if (!(await save(after, before))) return false
    toast(`${plural(issues.length, 'issue')}: ${ISSUE_STATE_LABELS[state].toLowerCase()}.`, {
      action: { label: 'Undo', run: () => void save(before, after) },
    })
    return true
  }

  // Each card is given this; a new one at every render would render all of them.
  const latest = useRef(decide)
  useEffect(() => {
    latest.current = decide
  })
  const one = useCallback(
    (issue: CuratedIssue, state: IssueState, reason?: string | null) =>
      latest.current([issue], state, reason),
    [],
  )

  return {
    one,
    several: decide,
    pending,
    refused,
  }
}

export type Decide = ReturnType<typeof useDecide>
