import type { Encoding } from '#domain/encodings.ts'
import { plural } from '#domain/numbers.ts'
import { Notice } from '../../../../../_ui/notice.tsx'
import { type RefusedLine, RefusedLines } from '../../../refused-lines.tsx'
import type { ReadSheetFragment } from '../../../sheet-reading.generated.ts'
import { SheetReading } from '../../../sheet-reading.tsx'

/** What a list would do, and the list as it was when that was found out. */
export type InviteCheck = {
  lines: string
  reading: ReadSheetFragment
  added: number
  alreadyPresent: number
  refused: RefusedLine[]
}

type Props = { check: InviteCheck; encoding: Encoding | null }

/** How the list was understood and what would happen, before it happens. */
export function InviteReport({ check, encoding }: Props) {
  return (
    <>
      <SheetReading
        id="invite-reading"
        reading={check.reading}
        encoding={encoding}
        factsTitle="People by table"
      />
      <Outcome check={check} />
    </>
  )
}

function Outcome({ check }: { check: InviteCheck }) {
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
