'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { readDraft } from '../drafts.ts'
import { DecideActions } from './decide-actions.tsx'
import { EditIssue, editKey } from './edit-issue.tsx'
import { IssuePostIt } from './issue-post-it.tsx'
import type { WallIssueFragment } from './issues.generated.ts'
import { useIssueChanges } from './use-issue-changes.ts'

type Props = {
  issue: WallIssueFragment
  hue: number | null
  slug: string
  areas: readonly { id: string; name: string }[]
  mayEdit: boolean
  mayDecide: boolean
  /** The way to what says something similar. */
  similar: ReactNode
}

/** An issue that the viewer may change now: their own words, or what their table decides. */
export function IssueCard({ issue, hue, slug, areas, mayEdit, mayDecide, similar }: Props) {
  const { shown, saving, edit, withdraw, decide } = useIssueChanges(issue)
  const [editing, setEditing] = useState(false)

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (mayEdit && readDraft(editKey(issue.id)) !== null) setEditing(true)
  }, [mayEdit, issue.id])

  if (shown.withdrawnAt) {
    return (
      <p className="rounded-postit border border-dashed border-line-strong p-4 text-ink-soft">
        {saving ? 'Taking it down…' : 'Taken down.'}
      </p>
    )
  }
  if (editing) {
    return <EditIssue issue={issue} areas={areas} hue={hue} save={edit} leave={() => setEditing(false)} />
  }
  return (
    <IssuePostIt issue={shown} hue={hue} slug={slug} similar={similar}>
      {saving ? <p className="mt-2 text-ink-soft">Saving…</p> : null}
      {mayDecide ? <DecideActions issue={shown} decide={decide} /> : null}
      {mayEdit ? (
        <div className="-mx-2 mt-1 flex flex-wrap">
          <Button variant="quiet" onClick={() => setEditing(true)}>
            Change<span className="sr-only"> the issue {shown.title}</span>
          </Button>
          <Button variant="quiet" onClick={() => void withdraw()}>
            Take down<span className="sr-only">: {shown.title}</span>
          </Button>
        </div>
      ) : null}
    </IssuePostIt>
  )
}
