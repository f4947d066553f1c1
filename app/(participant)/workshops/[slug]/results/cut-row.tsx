import { Scissors } from 'lucide-react'
import { cutInWords } from './result-words.ts'
import type { ResultSheetFragment } from './results.generated.ts'

/** The cut in its place in the ranking, with its width; a tie that it runs through is said to be one. */
export function CutRow({ cut }: { cut: ResultSheetFragment['cutLine'] }) {
  return (
    <tr>
      <td colSpan={3} className="py-2">
        <div className="flex items-center gap-3 border-t-3 border-dashed border-accent pt-1 text-accent">
          <Scissors aria-hidden className="size-5 shrink-0" />
          <span className="font-bold">{cutInWords(cut)}</span>
        </div>
      </td>
    </tr>
  )
}
