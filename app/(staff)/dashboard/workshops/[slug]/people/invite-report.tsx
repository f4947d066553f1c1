import { plural } from '#domain/numbers.ts'
import { Notice } from '../../../../../_ui/notice.tsx'
import { type RefusedLine, RefusedLines } from '../../../refused-lines.tsx'

/** What a list would do, and the list as it was when that was found out. */
export type InviteCheck = { lines: string; added: number; alreadyPresent: number; refused: RefusedLine[] }

/** What would happen, before it happens. */
export function InviteReport({ check }: { check: InviteCheck }) {
  const { added, alreadyPresent, refused } = check
  const present =
    alreadyPresent > 0 ? `${plural(alreadyPresent, 'person', 'people')} already here keep their seat.` : ''
  if (refused.length > 0) {
    return (
      <>
        <Notice
          kind="warning"
          role="status"
          title={`${plural(refused.length, 'line')} cannot be read, so nobody is invited yet`}
        >
          <p>Correct the lines below in the box, then check the list again.</p>
        </Notice>
        <RefusedLines refused={refused} text={check.lines} />
      </>
    )
  }
  if (added === 0) {
    return (
      <Notice role="status" title="There is nobody new to invite">
        <p>{present || 'The list is empty. Paste addresses into the box.'}</p>
      </Notice>
    )
  }
  return (
    <Notice kind="success" role="status" title={`${plural(added, 'person', 'people')} can be invited`}>
      <p>Every line reads. Nobody has been written to yet. {present}</p>
    </Notice>
  )
}
