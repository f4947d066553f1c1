import type { RoundSheet } from '#db/queries/results.ts'
import type { RoundView } from '#db/queries/rounds.ts'
import { can, type Viewer } from '#domain/permissions.ts'
import { type ReconciliationCheck, type ReconciliationLine, reconcile } from '#domain/reconciliation.ts'
import {
  cutLine,
  type RoundFigures,
  rankOptions,
  shareBase,
  sharesInWords,
  unusedDots,
} from '#domain/results.ts'
import { fewestBallots, mayBreakDown } from '#domain/small-numbers.ts'
import { CHANNELS, type Channel } from '#domain/votes.ts'
import type { Resolvers } from '#graphql/generated/resolvers.ts'
import { publishedFiguresOf } from './published-figures.ts'

const LABELS: Record<ReconciliationCheck, string> = {
  OPTIONS: 'Options with a figure',
  BALLOTS: 'By option and by ballot',
  LIMIT: 'Within the dot limit',
  PUBLISHED: 'Counted and published',
  TOP: 'The top issues',
}

/** The figures of a round in the shape that the rules read. */
export function figuresOf(round: RoundView, sheet: RoundSheet): RoundFigures {
  return {
    options: sheet.options.map(({ id }) => ({ id, dotsByChannel: sheet.figures.get(id) ?? null })),
    prioritiesToSelect: round.prioritiesToSelect,
    dotsPerVoter: round.dotsPerVoter,
    ballots: ballotsOf(sheet),
    paperBallots: sheet.totals.find(({ channel }) => channel === 'PAPER')?.ballots ?? null,
    dotsFromBallots:
      ballotsOf(sheet) === null
        ? null
        : (round.ballotDots ??
          sheet.open?.ballotDots ??
          sheet.totals.reduce((sum, { dots }) => sum + dots, 0)),
    dotsFromTally: sheet.talliedDots,
    joined: round.electorate ?? sheet.open?.joined ?? null,
    published: publishedFiguresOf(round),
  }
}

/** The whole result as plain objects: ranks, shares, cut line and reconciliation need no further statement. */
export function resultSheet(round: RoundView, sheet: RoundSheet) {
  const figures = figuresOf(round, sheet)
  const base = shareBase(figures)
  const ranked = rankOptions(figures.options, base)
  const cut = cutLine(ranked, round.prioritiesToSelect)
  const above = new Set(cut.above)
  const tiedAcross = new Set(cut.tiedAcross)
  const options = new Map(sheet.options.map((option) => [option.id, option]))
  const optionOf = (id: string) => {
    const option = options.get(id)
    if (option === undefined) throw new Error('What is ranked is on the roll.')
    return option
  }
  const dots = ranked.reduce((sum, row) => sum + (row.dots ?? 0), 0)
  return {
    rows: ranked.map((row) => ({
      option: optionOf(row.id),
      rank: row.rank,
      tied: row.rankLabel.endsWith('='),
      dots: row.dots,
      share: row.share,
      aboveCut: row.dots === null || tiedAcross.has(row.id) ? null : above.has(row.id),
      byChannel: dotsByChannel(sheet.figures.get(row.id)),
    })),
    dots,
    shareBase: base?.dots ?? 0,
    shareBaseIsPublished: base?.name === 'PUBLISHED',
    ballots: figures.ballots,
    seats: figures.joined,
    unusedDots: unusedDots(figures),
    sharesExplanation: sharesInWords(figures),
    channels: sheet.totals,
    cutLine: {
      select: round.prioritiesToSelect,
      margin: cut.margin,
      tiedAcross: cut.tiedAcross,
      dotsAbove: ranked.reduce((sum, row) => sum + (above.has(row.id) ? (row.dots ?? 0) : 0), 0),
      explanation: cut.sentences.join(' '),
    },
    figures,
  }
}

export type ResultSheet = ReturnType<typeof resultSheet>

/** The result as somebody may see it: those of the workshop whole, everybody else as outside of the Lab. */
export function sheetFor(viewer: Viewer, round: RoundView, sheet: ResultSheet): ResultSheet {
  const { workshopId, published } = round
  return can(viewer, 'readPeople', { workshopId, published }) ? sheet : sheetOutside(round, sheet)
}

/** The result outside of the Lab: not told apart by channel where that would tell what fewer than five people chose. */
export function sheetOutside({ dotsPerVoter }: RoundView, sheet: ResultSheet): ResultSheet {
  const parts = sheet.channels.map(({ ballots, dots }) => ballots ?? fewestBallots(dots, dotsPerVoter))
  if (mayBreakDown(parts)) return sheet
  return { ...sheet, channels: [], rows: sheet.rows.map((row) => ({ ...row, byChannel: [] })) }
}

/** One comparison of two counts, under the label that it has wherever it is shown. */
export function reconciliationLine({ check, status, counted, expected, sentence }: ReconciliationLine) {
  return { label: LABELS[check], status, counted, stated: expected, sentence }
}

export const resultResolvers = {
  RoundResultSheet: {
    reconciliation: ({ figures }) => reconcile(figures).lines.map(reconciliationLine),
  },
} satisfies Resolvers

/** NOTE: a loop, because this is done for every option of every result, and `flatMap` takes three times as long. */
function dotsByChannel(figures: Partial<Record<Channel, number>> | undefined) {
  const known: { channel: Channel; dots: number }[] = []
  for (const channel of CHANNELS) {
    const dots = figures?.[channel]
    if (dots !== undefined) known.push({ channel, dots })
  }
  return known
}

/** Ballots on all channels; null where only figures are known. A channel over which nothing came has no ballots. */
function ballotsOf({ totals }: RoundSheet): number | null {
  const known = totals.flatMap(({ ballots, dots }) => (ballots === null && dots > 0 ? [] : [ballots ?? 0]))
  return known.length === 0 ? null : known.reduce((sum, ballots) => sum + ballots, 0)
}
