'use client'

import { useChange, useHoped } from '../use-change.ts'
import type { IssueChange } from './edit-issue.tsx'
import {
  DecideIssueDocument,
  EditIssueDocument,
  RestoreIssueDocument,
  type WallIssueFragment,
  WithdrawIssueDocument,
} from './issues.generated.ts'

/**
 * Changes of one issue that show before the server has answered. When the answer is no, the issue is shown again as it
 * was, and the sentence says why.
 */
export function useIssueChanges(issue: WallIssueFragment) {
  const { shown, saving, hopefully } = useHoped(issue)
  const change = useChange()

  function restore() {
    const sent = change(RestoreIssueDocument, { issueId: issue.id }, 'The issue is back on the wall.')
    return hopefully({ withdrawnAt: null }, sent)
  }

  function decide(
    state: WallIssueFragment['state'],
    reason: string | null,
    /** The decision that is undone; null for a decision of its own. */
    undone: WallIssueFragment['state'] | null = null,
  ): Promise<string | null> {
    const back = { label: 'Undo', run: () => void decide(shown.state, shown.stateReason ?? null, state) }
    const input = { issueId: issue.id, state, reason, from: undone ?? shown.state }
    const sent = change(DecideIssueDocument, { input }, DECIDED[state], undone === null ? back : undefined)
    return hopefully({ state, stateReason: reason }, sent)
  }

  return {
    shown,
    saving,
    edit: ({ title, begun, areaId, begunIn }: IssueChange) => {
      const basedOn = { title: begun, ...(begunIn !== undefined && { areaId: begunIn }) }
      const input = { id: issue.id, title, areaId, basedOn }
      return hopefully({ title }, change(EditIssueDocument, { input }, 'The issue is changed.'))
    },
    withdraw: () => {
      const undo = { label: 'Undo', run: () => void restore() }
      const sent = change(WithdrawIssueDocument, { issueId: issue.id }, 'The issue is taken down.', undo)
      return hopefully({ withdrawnAt: new Date().toISOString() }, sent)
    },
    restore,
    decide,
  }
}

const DECIDED = {
  PUT_FORWARD: 'The issue is put forward.',
  NOT_CHOSEN: 'The issue stays behind as not chosen.',
  RAISED: 'The issue is back to raised.',
}
