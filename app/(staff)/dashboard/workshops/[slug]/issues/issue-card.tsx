'use client'

import { memo } from 'react'
import { tableHue } from '#domain/hues.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { IssueStateTag } from '../../../../../_ui/issue-state-tag.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import type { CuratedIssue, Desk } from './curated.ts'
import { IssueActs } from './issue-acts.tsx'
import { MergedList } from './merged-list.tsx'
import type { Decide } from './use-decide.ts'

type Props = {
  issue: CuratedIssue
  /** Issues that were merged into this one. */
  merged: readonly CuratedIssue[]
  desk: Desk
  chosen: boolean
  toggle: (id: string, chosen: boolean) => void
  decide: Decide['one']
}

/** One issue on the desk: its words, what its table decided, and what a facilitator may do with it. */
export const IssueCard = memo(function IssueCard(props: Props) {
  const { issue, merged, desk, chosen, toggle, decide } = props
  const { id, title, state, stateReason, tableCodes } = issue
  const hue = tableHue(tableCodes, issue.area.name, desk.tables)
  return (
    <PostIt
      as="li"
      id={`issue-${id}`}
      hue={hue}
      codes={tableCodes}
      // Post-its stay light in the dark, and so do the boxes on them.
      className={hue === null ? undefined : 'scheme-light'}
    >
      <CheckField
        id={`choose-${id}`}
        label={<span className="font-bold whitespace-pre-line">{title}</span>}
        checked={chosen}
        onChange={(event) => toggle(id, event.target.checked)}
      />
      <div className="mt-1">
        <IssueStateTag state={state} />
        {stateReason ? <p className="mt-1 whitespace-pre-line">{stateReason}</p> : null}
      </div>
      {merged.length > 0 ? <MergedList merged={merged} /> : null}
      <IssueActs issue={issue} areas={desk.areas} decide={decide} />
    </PostIt>
  )
})
