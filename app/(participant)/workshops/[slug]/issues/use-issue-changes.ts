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

type Patch = Partial<Pick<WallIssueFragment, 'title' | 'state' | 'stateReason' | 'withdrawnAt'>>
/**
 * Changes of one issue that show before the server has answered. When the answer is no, the issue is shown again as it
 * was, and the sentence says why.
 */
export function useIssueChanges(issue: WallIssueFragment) {
  const [shown, hope] = useHoped(issue)
  const change = useChange()

  /** Shows at once what `sent` is to bring about, until the answer is no. */
  async function hopefully(patch: Patch, sent: Promise<string | null>): Promise<string | null> {
    hope(patch)
    const refused = await sent
    if (refused !== null) hope(null)
    return refused
  }

  function restore() {
    const sent = change(RestoreIssueDocument, { issueId: issue.id }, 'The issue is back on the wall.')
    return hopefully({ withdrawnAt: null }, sent)
  }

  function decide(
    state: WallIssueFragment['state'],
    reason: string | null,
    undo = true,
  ): Promise<string | null> {
    const back = { label: 'Undo', run: () => void decide(issue.state, issue.stateReason ?? null, false) }
    const input = { issueId: issue.id, state, reason, from: shown.state }
    const sent = change(DecideIssueDocument, { input }, DECIDED[state], undo ? back : undefined)
    return hopefully({ state, stateReason: reason }, sent)
  }

  return {
    shown,
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
