import { formatDay, formatTime } from '#domain/dates.ts'
import { inFigures, ofTotal, plural } from '#domain/numbers.ts'
import type { Channel } from '#domain/votes.ts'
import type { ResultSheetFragment } from './results.generated.ts'

export const CHANNEL_LABELS: Record<Channel, string> = {
  OWN_DEVICE: 'On own devices',
  TABLE_DEVICE: 'On a table’s device',
  PAPER: 'On paper',
  IMPORTED: 'Imported',
}

/** What the chosen issues hold together: "The top 4 issues hold 70 of 154 votes (45%)." */
export function summaryInWords({ rows, cutLine, shareBase }: ResultSheetFragment): string | null {
  const above = rows.filter((row) => row.aboveCut === true).length
  if (above === 0) return null
  const which = above === 1 ? 'The top issue holds' : `The top ${inFigures(above)} issues hold`
  return `${which} ${ofTotal(cutLine.dotsAbove, shareBase, 'vote')}.`
}

/** When the vote closed; of an imported one only where its figures are from is known. */
export function closedInWords(
  closedAt: string | null,
  timeZone: string,
  source: string | null,
): string | null {
  if (source !== null || closedAt === null) return null
  const at = new Date(closedAt)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
  return `${formatDay(day)} at ${formatTime(at, timeZone)}`
}

/** A rank as shown: "3=" for a tie, a dash without a figure. */
export function rankInWords({ rank, tied }: { rank?: number | null; tied: boolean }): string {
  if (rank === null || rank === undefined) return '–'
  return tied ? `${rank}=` : `${rank}`
}

/** Votes as shown: "no figure" is never a zero. */
export function votesInWords(dots: number | null | undefined): string {
  return dots === null || dots === undefined ? 'No figure' : plural(dots, 'vote')
}

/** What stands at the cut: how many are above and how wide it is, or the tie that it runs through. */
export function cutInWords({ select, margin, tiedAcross }: ResultSheetFragment['cutLine']): string {
  if (tiedAcross.length > 0) {
    return `Cut line: the next ${tiedAcross.length} tie for the last of ${plural(select, 'place')}`
  }
  const width = margin === null ? '' : `, ${plural(margin, 'vote')} wide`
  return `Cut line: ${plural(select, 'issue')} above${width}`
}

/** Whether the cut is drawn before a row: the first that is not safely above, below the cut or tied across it. */
export function cutBefore(rows: ResultSheetFragment['rows'], place: number): boolean {
  const row = rows[place]
  const before = rows[place - 1]
  if (!row || row.dots === null || row.aboveCut === true) return false
  return before === undefined || before.aboveCut === true
}
