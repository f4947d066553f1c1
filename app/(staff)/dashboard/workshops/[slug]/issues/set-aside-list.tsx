'use client'

import { tableHue } from '#domain/hues.ts'
import { useAct } from '../../../../use-act.ts'
import { SetAsideList as SharedList } from '../desk/set-aside-list.tsx'
import { ISSUES } from '../desk/words.ts'
import { CurateRestoreIssueDocument, CurateShowIssuesDocument } from './curate-changes.generated.ts'
import { type CuratedIssue, type Desk, wordsOf } from './curated.ts'

type Props = { issues: readonly CuratedIssue[]; tables: Desk['tables'] }

/** Hidden and withdrawn issues. */
export function SetAsideList({ issues, tables }: Props) {
  const showing = useAct(CurateShowIssuesDocument)
  const restoring = useAct(CurateRestoreIssueDocument)
  return (
    <SharedList
      noun={ISSUES}
      setAside={issues.map((issue) => ({
        ...wordsOf(issue),
        hue: tableHue(issue.tableCodes, issue.area.name, tables),
        hidden: issue.hiddenAt !== null,
        withdrawn: issue.withdrawnAt !== null,
        hiddenReason: issue.hiddenReason,
      }))}
      show={(issueId) => showing.act({ issueIds: [issueId] })}
      restore={(issueId) => restoring.act({ issueId })}
      pending={showing.pending || restoring.pending}
      refused={showing.refused ?? restoring.refused}
    />
  )
}
