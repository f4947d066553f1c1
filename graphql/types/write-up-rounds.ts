import type { Database } from '#db/client.ts'
import { listPriorities } from '#db/queries/priorities.ts'
import { findRoundWithSheet } from '#db/queries/results.ts'
import { listRounds, type RoundView } from '#db/queries/rounds.ts'
import { listIssuesNotShown } from '#db/queries/write-up-issues.ts'
import { reconcile } from '#domain/reconciliation.ts'
import { cutLine, rankOptions, topShare } from '#domain/results.ts'
import { reconciliationLine, resultSheet, sheetOutside } from './results.ts'

/** The rounds of a workshop that have closed, with their results, the oldest first. An open one shows nothing yet. */
export async function writtenRounds(db: Database, workshopId: string) {
  const closed = (await listRounds(db, [workshopId])).filter(({ state }) => state === 'CLOSED').reverse()
  if (closed.length === 0) return []
  const [notShown, priorities] = await Promise.all([
    listIssuesNotShown(db, workshopId),
    listPriorities(db, 'workshopId', [workshopId]),
  ])
  const places = new Map(priorities.map(({ option, position }) => [option.id, position]))
  const written = []
  for (const { id } of closed) {
    const round = await findRoundWithSheet(db, id)
    if (round?.sheet) written.push(writtenRound(round, round.sheet, notShown, places))
  }
  return written
}

type Sheet = NonNullable<RoundView['sheet']>

function writtenRound(
  round: RoundView,
  sheet: Sheet,
  notShown: ReadonlySet<string>,
  places: ReadonlyMap<string, number>,
) {
  const { rows, figures, dots, shareBase, shareBaseIsPublished, sharesExplanation, channels } = sheetOutside(
    round,
    resultSheet(round, sheet),
  )
  const results = new Map(rows.map((row) => [row.option.id, row]))
  return {
    ...round,
    options: sheet.options.map((option) => {
      const { rank, tied, dots, byChannel } = results.get(option.id) ?? NO_FIGURE
      const gone = option.issueId !== null && notShown.has(option.issueId)
      return {
        ...{ id: option.id, position: option.position, rank, tied, dots, byChannel },
        ...{ areaName: option.areaName, tableCodes: option.tableCodes },
        issueId: gone ? null : option.issueId,
        title: option.title,
        priority: places.get(option.id) ?? null,
      }
    }),
    totals: channels,
    dots,
    shareBase,
    shareBaseIsPublished,
    sharesExplanation,
    topSentence: topShare(figures)?.sentence ?? null,
    cutSentences: cutLine(rankOptions(figures.options), round.prioritiesToSelect).sentences,
    reconciliation: reconcile(figures).lines.map(reconciliationLine),
  }
}

const NO_FIGURE = { rank: null, tied: false, dots: null, byChannel: [] }
