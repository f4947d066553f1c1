// A result is held against every other count there is. Where two counts part, the gap is named, never closed.
import { inFigures, plural } from './numbers.ts'
import {
  ballotRoom,
  countChannels,
  countDots,
  countOption,
  type RoundFigures,
  rankOptions,
  sumOfTop,
} from './results.ts'

export const RECONCILIATION_STATUSES = ['AGREES', 'GAP', 'NOT_KNOWN'] as const
export type ReconciliationStatus = (typeof RECONCILIATION_STATUSES)[number]

/** The word that says how a comparison went. */
export const RECONCILIATION_WORDS: Record<ReconciliationStatus, string> = {
  AGREES: 'Agrees',
  GAP: 'Gap',
  NOT_KNOWN: 'Not known',
}

/** What is held against what: options with a figure, dots by ballot, the dot limit, the published total, the top few. */
export const RECONCILIATION_CHECKS = ['OPTIONS', 'BALLOTS', 'LIMIT', 'PUBLISHED', 'TOP'] as const
export type ReconciliationCheck = (typeof RECONCILIATION_CHECKS)[number]

export type ReconciliationLine = {
  check: ReconciliationCheck
  status: ReconciliationStatus
  counted: number | null
  expected: number | null
  /** Expected less counted; null when either is not known. */
  gap: number | null
  sentence: string
}

export type Reconciliation = {
  status: ReconciliationStatus
  totals: { byOption: number | null; byBallot: number | null; published: number | null }
  lines: ReconciliationLine[]
}

/**
 * Votes counted by option, by ballot and as published must be one number, or the gap is shown: of the 154 votes and
 * 17 issues that the 2017 document states, 147 votes on 15 issues can be read.
 */
export function reconcile(figures: RoundFigures): Reconciliation {
  const lines = [
    optionsLine(figures),
    ballotsLine(figures),
    limitLine(figures),
    publishedLine(figures),
    topLine(figures),
  ]
  return {
    status: statusOf(lines),
    totals: {
      byOption: countDots(figures.options),
      byBallot: figures.dotsFromBallots,
      published: figures.published?.dots ?? null,
    },
    lines,
  }
}

// One line with a gap is a gap. Without any, the total must still have been held against another total to agree.
function statusOf(lines: readonly ReconciliationLine[]): ReconciliationStatus {
  if (lines.some(({ status }) => status === 'GAP')) return 'GAP'
  const held = lines.filter(({ check }) => check === 'BALLOTS' || check === 'PUBLISHED')
  return held.some(({ status }) => status === 'AGREES') ? 'AGREES' : 'NOT_KNOWN'
}

function optionsLine({ options, published }: RoundFigures): ReconciliationLine {
  const counted = options.filter((option) => countOption(option) !== null).length
  const expected = published?.options ?? options.length
  const without = options.length - counted
  const absent = expected - options.length
  const faults = [
    without > 0 ? `${inFigures(without)} on the ballot ${without === 1 ? 'has' : 'have'} none` : '',
    absent > 0
      ? `${inFigures(absent)} of those published ${absent === 1 ? 'is' : 'are'} not on the ballot`
      : '',
    absent < 0 ? `the ballot holds ${inFigures(-absent)} more than published` : '',
  ].filter((fault) => fault !== '')
  const found = `${inFigures(counted)} of ${plural(expected, 'option')} with a figure`
  if (faults.length === 0) return agree('OPTIONS', counted, `${found}.`)
  return differ('OPTIONS', counted, expected, `${found}: ${faults.join(', and ')}.`)
}

function ballotsLine({ options, dotsFromBallots, dotsFromTally }: RoundFigures): ReconciliationLine {
  const byOption = countDots(options)
  if (dotsFromBallots === null || byOption === null) {
    return notKnown(
      'BALLOTS',
      dotsFromBallots,
      byOption,
      'Votes by ballot are not known, so they cannot be held against votes by option.',
    )
  }
  // Paper is counted by option, and so is an imported tally, which can stand beside imported ballots on one channel.
  const { PAPER, IMPORTED } = countChannels(options)
  const found = `${plural(byOption, 'vote')} by option: ${inFigures(dotsFromBallots)} by ballot`
  const onPaper = PAPER > 0 ? `, ${inFigures(PAPER)} on paper` : ''
  const rest = byOption - dotsFromBallots - PAPER
  const tallied = dotsFromTally ?? (rest <= IMPORTED ? Math.max(0, rest) : 0)
  const fromTally = tallied > 0 ? `, ${inFigures(tallied)} from an imported tally` : ''
  const missing = rest - tallied
  if (missing === 0) return agree('BALLOTS', dotsFromBallots, `${found}${onPaper}${fromTally}.`)
  const fault = `${plural(Math.abs(missing), 'vote')} too ${missing > 0 ? 'few' : 'many'} by ballot`
  const sentence = `${found}${onPaper}${fromTally}. That is ${fault}.`
  return differ('BALLOTS', dotsFromBallots, byOption - PAPER - tallied, sentence)
}

function limitLine(figures: RoundFigures): ReconciliationLine {
  const { paperBallots, dotsPerVoter, dotsFromBallots } = figures
  const room = ballotRoom(figures)
  if (room === null || dotsFromBallots === null) {
    return notKnown('LIMIT', dotsFromBallots, null, 'How many ballots were used is not known.')
  }
  const { ballots, most, dots, paperLeftOut } = room
  if (ballots === 0 && dots === 0 && paperLeftOut === 0) return agree('LIMIT', 0, 'Nobody voted.')
  const found = `${plural(ballots, 'ballot')} of ${plural(dotsPerVoter, 'dot')} can hold ${plural(most, 'vote')}`
  const held = `${found}, and ${inFigures(dots)} ${dots === 1 ? 'is' : 'are'} on them.`
  const others = ballots - (paperBallots ?? 0)
  // Room that is left on the ballots of one kind takes no dots of the other.
  const faults = [
    tooFull(dotsFromBallots, others, dotsPerVoter, paperBallots === null ? 'ballot' : 'other ballot'),
    tooFull(dots - dotsFromBallots, paperBallots ?? 0, dotsPerVoter, 'paper ballot'),
  ].filter((fault) => fault !== null)
  const are = paperLeftOut === 1 ? 'is' : 'are'
  const leftOut =
    paperLeftOut > 0
      ? [`${plural(paperLeftOut, 'vote')} on paper ${are} left out: the ballots are not counted.`]
      : []
  return {
    ...differ('LIMIT', dots, most, [held, ...(paperBallots === null ? [] : faults), ...leftOut].join(' ')),
    status: faults.length > 0 ? 'GAP' : 'AGREES',
  }
}

function tooFull(dots: number, ballots: number, dotsPerVoter: number, noun: string): string | null {
  const most = ballots * dotsPerVoter
  if (dots <= most) return null
  return `${inFigures(dots)} of these ${dots === 1 ? 'is' : 'are'} on ${plural(ballots, noun)}, which can hold ${inFigures(most)}.`
}

function publishedLine({ options, published }: RoundFigures): ReconciliationLine {
  const counted = countDots(options)
  const stated = published?.dots ?? null
  if (stated === null) return notKnown('PUBLISHED', counted, stated, 'No total has been published.')
  if (counted === null) {
    return notKnown(
      'PUBLISHED',
      counted,
      stated,
      `${plural(stated, 'vote')} published, and no option has a figure.`,
    )
  }
  const gap = stated - counted
  const found = `Counted ${inFigures(counted)} of ${inFigures(stated)} published`
  if (gap === 0) return agree('PUBLISHED', counted, `${found}.`)
  const less = `${found}: ${plural(gap, 'vote')} cannot be placed.`
  const more = `Counted ${inFigures(counted)}, which is ${inFigures(-gap)} more than the ${inFigures(stated)} published.`
  return differ('PUBLISHED', counted, stated, gap > 0 ? less : more)
}

function topLine({ options, published }: RoundFigures): ReconciliationLine {
  const places = published?.topOptions ?? null
  const stated = published?.topDots ?? null
  const counted = places === null ? null : sumOfTop(rankOptions(options), places)
  if (places === null || stated === null || counted === null) {
    return notKnown(
      'TOP',
      counted,
      stated,
      'What the top issues held together has not been published, or cannot be counted.',
    )
  }
  const found = `The top ${places === 1 ? 'issue holds' : `${inFigures(places)} hold`} ${plural(counted, 'vote')}`
  if (counted === stated) return agree('TOP', counted, `${found}, as published.`)
  return differ('TOP', counted, stated, `${found}, where ${inFigures(stated)} are published.`)
}

function agree(check: ReconciliationCheck, counted: number, sentence: string): ReconciliationLine {
  return { check, status: 'AGREES', counted, expected: counted, gap: 0, sentence }
}

function differ(
  check: ReconciliationCheck,
  counted: number,
  expected: number,
  sentence: string,
): ReconciliationLine {
  return { check, status: 'GAP', counted, expected, gap: expected - counted, sentence }
}

function notKnown(
  check: ReconciliationCheck,
  counted: number | null,
  expected: number | null,
  sentence: string,
): ReconciliationLine {
  return { check, status: 'NOT_KNOWN', counted, expected, gap: null, sentence }
}
