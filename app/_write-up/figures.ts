import { tableHue } from '#domain/hues.ts'
import type { IssueFigure } from '#domain/write-up-words.ts'
import type { WriteUpSection } from '#domain/write-ups.ts'
import type { WriteUpHead, WriteUpIssue, WriteUpOption, WriteUpRound } from './read-write-up.ts'

/** What an issue came to in the last round that it stood in. */
export type IssueResult = { round: WriteUpRound; option: WriteUpOption }

/** The results of a write-up by issue. */
export function resultsByIssue({ rounds }: Pick<WriteUpHead, 'rounds'>): Map<string, IssueResult> {
  const results = new Map<string, IssueResult>()
  for (const round of rounds) {
    for (const option of round.options) if (option.issueId) results.set(option.issueId, { round, option })
  }
  return results
}

/** The figure that stands on an issue; null for one that was never voted on. */
export function figureOf(result: IssueResult | undefined): IssueFigure | null {
  if (result === undefined) return null
  const { option, round } = result
  return { dots: option.dots ?? null, priority: option.priority ?? null, shareBase: round.shareBase }
}

/** The options of a round by their votes; those without a figure stand last. */
export function byVotes({ options }: Pick<WriteUpRound, 'options'>): WriteUpOption[] {
  return options.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.position - b.position)
}

/** The colour of what came from these tables, as on the pages of the workshop; null for what came from none. */
export function hueOf(
  { tables }: Pick<WriteUpHead, 'tables'>,
  codes: readonly string[],
  areaName: string = '',
): number | null {
  const atTheirAreas = tables.map((table) => ({
    ...table,
    area: table.areaName ? { name: table.areaName } : null,
  }))
  return tableHue(codes, areaName, atTheirAreas)
}

/** The colour of an issue: of several tables, that of the one which works on its area. */
export function issueHueOf(
  head: Pick<WriteUpHead, 'tables' | 'areas'>,
  { tableCodes, areaId }: Pick<WriteUpIssue, 'tableCodes' | 'areaId'>,
): number | null {
  return hueOf(head, tableCodes, head.areas.find(({ id }) => id === areaId)?.name)
}

/** The words that people wrote for a part; none where they left it empty. */
export function textOf({ texts }: Pick<WriteUpHead, 'texts'>, section: WriteUpSection): string | null {
  return texts.find((written) => written.section === section)?.text ?? null
}

/** Whether a part is there at all: those that hold nothing but what people write are left out while they are empty. */
export function hasPart(
  head: Pick<WriteUpHead, 'texts' | 'briefs' | 'contactEmail'>,
  section: WriteUpSection,
): boolean {
  if (textOf(head, section) !== null) return true
  if (section === 'INTRODUCTION') return false
  if (section === 'NEXT') return head.briefs.length > 0
  return section !== 'THANKS' || head.contactEmail != null
}
