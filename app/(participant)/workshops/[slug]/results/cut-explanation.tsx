import { Notice } from '../../../../_ui/notice.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { ResultSheetFragment } from './results.generated.ts'

type Props = { sheet: ResultSheetFragment; reason: string | null; declared: boolean; slug: string }

/** Where the cut falls, what would have changed it, and how a tie across it was settled. */
export function CutExplanation({ sheet, reason, declared, slug }: Props) {
  const { explanation, tiedAcross } = sheet.cutLine
  const waits = tiedAcross.length > 0 && !declared
  return (
    <Notice kind={waits ? 'warning' : 'info'} title="The cut line" className="mt-6 max-w-prose">
      <p>{explanation}</p>
      {waits ? (
        <p className="mt-1">A facilitator decides which of the tied issues go forward, and says why.</p>
      ) : null}
      {reason ? <p className="mt-1">How it was settled: {reason}</p> : null}
      {declared ? (
        <p className="mt-1">
          <TextLink href={`/workshops/${slug}/priorities`}>See the priorities</TextLink>
        </p>
      ) : null}
    </Notice>
  )
}
