import { Scissors } from 'lucide-react'
import { plural } from '#domain/numbers.ts'
import type { ResultSheetFragment } from './results.generated.ts'

/** The cut in its place in the ranking, with its width; a tie that it runs through is said to be one. */
export function CutRow({ cut }: { cut: ResultSheetFragment['cutLine'] }) {
  const { select, margin, tiedAcross } = cut
  return (
    <tr>
      <td colSpan={3} className="py-2">
        <div className="flex items-center gap-3 border-t-3 border-dashed border-accent pt-1 text-accent">
          <Scissors aria-hidden className="size-5 shrink-0" />
          <span className="font-bold">
            {tiedAcross.length > 0
              ? `Cut line: the next ${tiedAcross.length} tie for the last of ${plural(select, 'place')}`
              : `Cut line: ${plural(select, 'issue')} above${margin == null ? '' : `, ${plural(margin, 'vote')} wide`}`}
          </span>
        </div>
      </td>
    </tr>
  )
}
