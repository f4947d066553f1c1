import { formatDayRange } from '#domain/dates.ts'
import {
  rankInWords,
  summaryInWords,
  votesInWords,
} from '../../../../(participant)/workshops/[slug]/results/result-words.ts'
import type { EmbeddedResult, EmbeddedRound } from './read-embedded.ts'

export const NOT_YET = 'No vote has closed yet. The results stand here when one has.'

// An alternative text is heard in one go; the page beside it has the rest.
const HEARD_AT_MOST = 10

/** What the image shows, for people who do not see it: whose votes, who leads, and how the count adds up. */
export function resultInWords({ workshop, round }: EmbeddedResult): string {
  const of = `${workshop.title}, ${formatDayRange(workshop.startsOn, workshop.endsOn)}.`
  if (round === null) return `${of} ${NOT_YET}`
  const { rows, cutLine } = round.result
  const heard = rows.slice(0, HEARD_AT_MOST)
  const rest = rows.length - heard.length
  return [
    `Issues by votes, ${of}`,
    summaryInWords(round.result),
    ...heard.map((row) => `${rankInWords(row)}: ${row.option.title}, ${votesInWords(row.dots)}.`),
    rest > 0 ? `And ${rest} more.` : null,
    cutLine.explanation,
    reconciliationInWords(round),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

/** The one sentence that a reader has to know about the count: where it has a gap, that gap. */
export function reconciliationInWords({ result }: EmbeddedRound): string | null {
  const lines = result.reconciliation
  const told = lines.find(({ status }) => status === 'GAP') ?? lines.find(({ status }) => status === 'AGREES')
  return told?.sentence ?? null
}
