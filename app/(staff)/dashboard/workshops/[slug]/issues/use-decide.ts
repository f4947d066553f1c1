'use client'

import { useCallback, useEffect, useRef } from 'react'
import { ISSUE_STATE_LABELS, type IssueState } from '#domain/issues.ts'
import { plural } from '#domain/numbers.ts'
import { toast } from '../../../../../_ui/toast.ts'
import { useAct } from '../../../../use-act.ts'
import { CurateDecideIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue } from './curated.ts'

type Decision = Pick<CuratedIssue, 'id' | 'state' | 'stateReason'>

/** Puts issues forward or leaves them, for their tables. Shown at once, and undone from the message. */
export function useDecide(show: (changed: Decision) => void) {
  const { act, pending, refused } = useAct(CurateDecideIssueDocument)

  async function save(decisions: readonly Decision[]): Promise<Decision[]> {
    const done: Decision[] = []
    for (const [place, decision] of decisions.entries()) {
      const { id, state, stateReason } = decision
      const last = place === decisions.length - 1
      const success = await act(
        { input: { issueId: id, state, reason: stateReason } },
        { refresh: last, optimistic: () => decisions.forEach(show) },
      )
      if (!success) break
      done.push(decision)
    }
    return done
  }

  async function decide(issues: readonly CuratedIssue[], state: IssueState, reason: string | null = null) {
    const before = issues.map(({ id, state, stateReason }) => ({ id, state, stateReason }))
    const done = await save(before.map(({ id }) => ({ id, state, stateReason: reason })))
    if (done.length === 0) return false
    const undone = before.filter(({ id }) => done.some((decision) => decision.id === id))
    toast(`${plural(done.length, 'issue')}: ${ISSUE_STATE_LABELS[state].toLowerCase()}.`, {
      action: { label: 'Undo', run: () => void save(undone) },
    })
    return done.length === issues.length
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
