'use client'

import { useMutation } from '@apollo/client/react'
import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { toast } from '../../../../_ui/toast.ts'
import { noteOwnChange } from '../own-change.ts'
import {
  DecideIssueDocument,
  EditIssueDocument,
  type IssueAnswerFragment,
  RestoreIssueDocument,
  type WallIssueFragment,
  WithdrawIssueDocument,
} from './issues.generated.ts'

type Patch = Partial<Pick<WallIssueFragment, 'title' | 'state' | 'stateReason' | 'withdrawnAt'>>
type Sent = Promise<{ data?: { change: IssueAnswerFragment } | null }>
type Undo = { label: string; run: () => void }

// Each of these says what shall be, not what to add, so sending it twice changes nothing.
const TWICE = { context: { retries: 2 } }

/**
 * Changes of one issue that show before the server has answered. When the answer is no, the issue is shown again as it
 * was, and the sentence says why.
 */
export function useIssueChanges(issue: WallIssueFragment) {
  const router = useRouter()
  const [hoped, setHoped] = useState<{ of: WallIssueFragment; patch: Patch } | null>(null)
  const [edit] = useMutation(EditIssueDocument, TWICE)
  const [withdraw] = useMutation(WithdrawIssueDocument, TWICE)
  const [restore] = useMutation(RestoreIssueDocument, TWICE)
  const [decide] = useMutation(DecideIssueDocument, TWICE)

  /** Answers the sentence of a refusal, or null when it is done. */
  async function change(patch: Patch, sent: Sent, done: string, undo?: Undo): Promise<string | null> {
    setHoped({ of: issue, patch })
    const refused = await outcome(sent)
    if (refused === null) {
      noteOwnChange()
      toast(done, { action: undo })
      startTransition(() => router.refresh())
    } else {
      setHoped(null)
      toast(refused, { kind: 'error' })
    }
    return refused
  }

  function runRestore() {
    return change(
      { withdrawnAt: null },
      restore({ variables: { issueId: issue.id } }),
      'The issue is back on the wall.',
    )
  }

  function runDecide(
    state: WallIssueFragment['state'],
    reason: string | null,
    undo = true,
  ): Promise<string | null> {
    const back = { label: 'Undo', run: () => void runDecide(issue.state, issue.stateReason ?? null, false) }
    const sent = decide({ variables: { input: { issueId: issue.id, state, reason } } })
    return change({ state, stateReason: reason }, sent, DECIDED[state], undo ? back : undefined)
  }

  return {
    // A page that was rendered anew knows better than what was hoped for.
    shown: hoped?.of === issue ? { ...issue, ...hoped.patch } : issue,
    edit: (title: string, areaId: string) =>
      change(
        { title },
        edit({ variables: { input: { id: issue.id, title, areaId } } }),
        'The issue is changed.',
      ),
    withdraw: () =>
      change(
        { withdrawnAt: new Date().toISOString() },
        withdraw({ variables: { issueId: issue.id } }),
        'The issue is taken down.',
        { label: 'Undo', run: () => void runRestore() },
      ),
    restore: runRestore,
    decide: runDecide,
  }
}

const DECIDED = {
  PUT_FORWARD: 'The issue is put forward.',
  NOT_CHOSEN: 'The issue stays behind as not chosen.',
  RAISED: 'The issue is back to raised.',
}

async function outcome(sent: Sent): Promise<string | null> {
  try {
    const { data } = await sent
    if (data?.change.__typename === 'Refusal') return data.change.message
    return data ? null : 'The server could not answer. Try again in a moment.'
  } catch (trouble) {
    return trouble instanceof Error ? trouble.message : 'This could not be saved. Try again.'
  }
}
