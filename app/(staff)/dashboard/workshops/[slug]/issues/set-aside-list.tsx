'use client'

import { tableHue } from '#app/(participant)/workshops/[slug]/hues.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { PostIt } from '../../../../../_ui/post-it.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { CurateRestoreIssueDocument, CurateShowIssueDocument } from './curate-changes.generated.ts'
import type { CuratedIssue, Desk } from './curated.ts'

type Props = { issues: readonly CuratedIssue[]; tables: Desk['tables'] }

/** Hidden and withdrawn issues. Their words are kept, and they can come back. */
export function SetAsideList({ issues, tables }: Props) {
  const showing = useAct(CurateShowIssueDocument)
  const restoring = useAct(CurateRestoreIssueDocument)
  const pending = showing.pending || restoring.pending
  if (issues.length === 0) return null

  async function bringBack({ id, hiddenAt, withdrawnAt }: CuratedIssue) {
    if (hiddenAt && !(await showing.act({ issueId: id }))) return
    if (withdrawnAt && !(await restoring.act({ issueId: id }))) return
    toast('The issue is back on the wall.')
  }

  return (
    <Disclosure summary={`Set aside (${issues.length})`} className="mb-10">
      <RefusedNote refused={showing.refused ?? restoring.refused} form="aside" className="mb-4" />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {issues.map((issue) => (
          <PostIt
            key={issue.id}
            as="li"
            hue={tableHue(issue.tableCodes, issue.area.name, tables)}
            codes={issue.tableCodes}
          >
            <p className="font-bold">{issue.title}</p>
            <p className="mt-1">
              <Tag>{issue.hiddenAt ? 'Hidden' : 'Withdrawn by its author'}</Tag>
            </p>
            {issue.hiddenReason ? <p className="mt-1">{issue.hiddenReason}</p> : null}
            <Button
              variant="secondary"
              className="mt-3"
              pending={pending}
              pendingLabel="Bringing back"
              onClick={() => bringBack(issue)}
            >
              {issue.hiddenAt ? 'Show it again' : 'Bring it back'}
              <span className="sr-only">: {issue.title}</span>
            </Button>
          </PostIt>
        ))}
      </ul>
    </Disclosure>
  )
}
