import type { ThreadCritiqueFragment } from './critiques.generated.ts'

type Written = Pick<ThreadCritiqueFragment, 'authorName' | 'tableCode' | 'viewerIsAuthor'>

/** Who wrote a comment, as far as it may be known: "Maya, table E1", "table E1", "you, table E1". */
export function authorInWords({ authorName, tableCode, viewerIsAuthor }: Written): string {
  const name = viewerIsAuthor ? 'you' : authorName
  const table = tableCode ? `table ${tableCode}` : null
  return [name, table].filter(Boolean).join(', ') || 'somebody without a table'
}

/** How long a comment may still be changed, rounded up to minutes: "3 minutes". Null when that time is over. */
export function timeLeft(until: string, now: number): string | null {
  const minutes = Math.ceil((Date.parse(until) - now) / 60_000)
  if (minutes <= 0) return null
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
