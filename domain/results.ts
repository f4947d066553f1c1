// The result of a round: what was counted, in order, and what it can and cannot be held to. A figure that is not
// known stays null from end to end; it is never taken for zero, and nothing is made up to close a gap.
import { inFigures, ofTotal, plural, wholePercent } from './numbers.ts'
import { CHANNELS, type Channel } from './votes.ts'

export type OptionFigure = {
  id: string
  /** Null when no figure is known; an empty object is a known zero. */
  dotsByChannel: Partial<Record<Channel, number>> | null
}

/** What the source of an imported round states about the whole of it. */
export type PublishedFigures = {
  options: number | null
  dots: number | null
  topOptions: number | null
  topDots: number | null
}

export type RoundFigures = {
  options: readonly OptionFigure[]
  prioritiesToSelect: number
  dotsPerVoter: number
  /** Ballots with at least one dot on them. */
  ballots: number | null
  /** Those of them on paper; null when nobody counted them. */
  paperBallots: number | null
  /** Dots of ballots that were kept one by one, on devices or from a file; paper is counted by option. */
  dotsFromBallots: number | null
  /** Dots of an imported tally, which has no ballots; null when it is not recorded which imported dots those are. */
  dotsFromTally: number | null
  /** Participants who had joined when the round closed, or have joined by now. */
  joined: number | null
  published: PublishedFigures | null
}

export type RankedOption = {
  id: string
  dots: number | null
  /** Ties share a rank, and the ranks they use up are skipped: 1, 2, 3, 3, 5. */
  rank: number | null
  /** The rank as shown: "3=" for a tie, empty without a figure. */
  rankLabel: string
  /** From 0 to 1, of the base of shares; null without a figure or a base. */
  share: number | null
}

export type ShareBase = { dots: number; name: 'PUBLISHED' | 'COUNTED' }

export type CutLine = {
  /** Safely above, whatever is decided about a tie. */
  above: string[]
  /** The best of those below. */
  below: string[]
  /** Votes between the last above and the first below; 0 when a tie crosses the cut, null when nothing is below. */
  margin: number | null
  /** Tied where the cut falls: a person decides which of them are taken, and says why. */
  tiedAcross: string[]
  /** How many of those tied can be taken. */
  places: number
  withoutFigure: string[]
  /** Votes that would have brought the first below level with the last above. */
  votesToDraw: number | null
  /** Votes that would have put it above. */
  votesToPass: number | null
  sentences: string[]
}

/** An option's votes over all the ways they came in; null when no figure is known. */
export function countOption(option: OptionFigure): number | null {
  const { dotsByChannel } = option
  if (dotsByChannel === null) return null
  return CHANNELS.reduce((sum, channel) => sum + (dotsByChannel[channel] ?? 0), 0)
}

/** All votes counted; null when not one option has a figure. */
export function countDots(options: readonly OptionFigure[]): number | null {
  const known = options.map(countOption).filter((dots) => dots !== null)
  return known.length === 0 ? null : known.reduce((sum, dots) => sum + dots, 0)
}

/** All votes counted, by how they came in. */
export function countChannels(options: readonly OptionFigure[]): Record<Channel, number> {
  const totals: Record<Channel, number> = { OWN_DEVICE: 0, TABLE_DEVICE: 0, PAPER: 0, IMPORTED: 0 }
  for (const { dotsByChannel } of options) {
    for (const channel of CHANNELS) totals[channel] += dotsByChannel?.[channel] ?? 0
  }
  return totals
}

/**
 * Shares are of the published total where there is one, since votes that cannot be placed were cast all the same:
 * "70 votes, which equates to 45% of all of the votes that were cast" (2017, of 154). Otherwise of what was counted, as
 * also where more was counted than published: no share goes past 100%.
 */
export function shareBase(figures: Pick<RoundFigures, 'options' | 'published'>): ShareBase | null {
  const published = figures.published?.dots ?? null
  const counted = countDots(figures.options)
  if (published !== null && published >= (counted ?? 0)) return { dots: published, name: 'PUBLISHED' }
  return counted === null ? null : { dots: counted, name: 'COUNTED' }
}

/** Why the shares of a result do not add up to 100%, or are not of the published total; null where neither is so. */
export function sharesInWords(figures: Pick<RoundFigures, 'options' | 'published'>): string | null {
  const base = shareBase(figures)
  const counted = countDots(figures.options)
  if (base === null || counted === null || base.dots === 0) return null
  const published = figures.published?.dots ?? counted
  if (counted > published) {
    return `Shares are of the ${plural(counted, 'vote')} counted, because only ${inFigures(published)} were published.`
  }
  // As the shares are shown, one by one.
  const sum = figures.options.reduce((total, option) => {
    return total + wholePercent(countOption(option) ?? 0, base.dots)
  }, 0)
  const unplaced = base.dots - counted
  if (unplaced > 0) {
    const rounded = sum === wholePercent(counted, base.dots) ? '' : ', and each share is rounded'
    return `The shares add up to ${sum}%: ${inFigures(unplaced)} of the ${plural(base.dots, 'vote')} published cannot be placed${rounded}.`
  }
  return sum === 100 ? null : `The shares add up to ${sum}%, as each is rounded.`
}

/**
 * The most votes come first. Equal votes are equal ranks, in the order of the ballot: nothing else sets them apart.
 * Options without a figure have no rank and stand last, after zero.
 */
export function rankOptions(options: readonly OptionFigure[], base: ShareBase | null = null): RankedOption[] {
  const counted = options.map((option) => ({ id: option.id, dots: countOption(option) }))
  const known = counted.filter(hasFigure).sort((a, b) => b.dots - a.dots)
  const places = ranksByDots(known)
  return [
    ...known.map(({ id, dots }) => {
      const { rank, size } = places.get(dots) ?? { rank: 0, size: 0 }
      const share = base !== null && base.dots > 0 ? dots / base.dots : null
      return { id, dots, rank, rankLabel: size > 1 ? `${rank}=` : `${rank}`, share }
    }),
    ...counted
      .filter((option) => option.dots === null)
      .map(({ id }) => ({ id, dots: null, rank: null, rankLabel: '', share: null })),
  ]
}

/**
 * The cut falls after as many options as are to be taken forward. It has a margin, and it never falls between
 * equals: those tied across it are left for a person to decide.
 */
export function cutLine(ranked: readonly RankedOption[], prioritiesToSelect: number): CutLine {
  const known = ranked.filter(hasFigure)
  const withoutFigure = idsOf(ranked.filter((option) => option.dots === null))
  const last = known[prioritiesToSelect - 1]
  const next = known[prioritiesToSelect]
  if (last === undefined || next === undefined) return noCut(known, prioritiesToSelect, withoutFigure)

  const tied = last.dots === next.dots
  const above = known.filter(({ dots }) => (tied ? dots > last.dots : dots >= last.dots))
  const tiedAcross = tied ? known.filter(({ dots }) => dots === last.dots) : []
  const firstBelow = known[above.length + tiedAcross.length]
  const below = known.filter(({ dots }) => dots === firstBelow?.dots)
  const margin = last.dots - next.dots
  const places = tied ? prioritiesToSelect - above.length : 0
  const sentences = tied
    ? [tieAcross(tiedAcross.length, last.dots, places)]
    : [cutWidth(last.dots, next.dots), whatWouldChangeIt(margin, below.length)]
  return {
    above: idsOf(above),
    below: idsOf(below),
    margin,
    tiedAcross: idsOf(tiedAcross),
    places,
    withoutFigure,
    votesToDraw: margin,
    votesToPass: margin + 1,
    sentences: [...sentences, ...unplaced(withoutFigure.length)],
  }
}

/** What the options taken forward hold together: "The top 4 issues hold 70 of 154 votes (45%)". */
export function topShare(figures: Pick<RoundFigures, 'options' | 'published' | 'prioritiesToSelect'>): {
  options: number
  dots: number
  base: ShareBase
  sentence: string
} | null {
  const base = shareBase(figures)
  const known = rankOptions(figures.options).filter(hasFigure)
  const options = Math.min(figures.prioritiesToSelect, known.length)
  const dots = sumOfTop(known, options)
  if (base === null || dots === null) return null
  const sentence = `The top ${options === 1 ? 'issue holds' : `${options} issues hold`} ${ofTotal(dots, base.dots, 'vote')}`
  return { options, dots, base, sentence }
}

/** What the first options of a ranking hold together; null when fewer than that have a figure. */
export function sumOfTop(ranked: readonly { dots: number | null }[], count: number): number | null {
  const top = ranked.slice(0, count).filter(hasFigure)
  return count < 1 || top.length < count ? null : top.reduce((sum, { dots }) => sum + dots, 0)
}

/** What the ballots of a round can hold, and what is on them. */
export type BallotRoom = {
  ballots: number
  /** Dots that so many ballots can hold. */
  most: number
  dots: number
  /** Dots on paper that are not among them, because nobody counted the paper ballots. */
  paperLeftOut: number
}

/** Null when no ballots are known. Dots without ballots, of an imported tally or of uncounted paper, are on none of them. */
export function ballotRoom(figures: RoundFigures): BallotRoom | null {
  const { ballots, paperBallots, dotsPerVoter, dotsFromBallots } = figures
  if (ballots === null || dotsFromBallots === null) return null
  const { PAPER } = countChannels(figures.options)
  const onPaper = paperBallots === null ? 0 : PAPER
  const dots = dotsFromBallots + onPaper
  return { ballots, most: ballots * dotsPerVoter, dots, paperLeftOut: PAPER - onPaper }
}

/** Dots that voters kept in hand. Null when it is not known, or when more votes are on the ballots than they can hold. */
export function unusedDots(figures: RoundFigures): number | null {
  const room = ballotRoom(figures)
  return room === null || room.dots > room.most ? null : room.most - room.dots
}

function hasFigure<T extends { dots: number | null }>(option: T): option is T & { dots: number } {
  return option.dots !== null
}

function ranksByDots(sorted: readonly { dots: number }[]): Map<number, { rank: number; size: number }> {
  const places = new Map<number, { rank: number; size: number }>()
  for (const [index, { dots }] of sorted.entries()) {
    const place = places.get(dots)
    if (place === undefined) places.set(dots, { rank: index + 1, size: 1 })
    else place.size += 1
  }
  return places
}

function cutWidth(lastAbove: number, firstBelow: number): string {
  const wide = plural(lastAbove - firstBelow, 'vote')
  return `The cut is ${wide} wide: the last above it has ${inFigures(lastAbove)}, the first below it ${inFigures(firstBelow)}.`
}

function whatWouldChangeIt(margin: number, below: number): string {
  const which = below === 1 ? 'the first issue below' : `one of the ${inFigures(below)} first issues below`
  return `${plural(margin, 'more vote')} would have brought ${which} level, and ${inFigures(margin + 1)} would have put it above.`
}

function tieAcross(options: number, dots: number, places: number): string {
  return `${plural(options, 'issue')} tie at ${plural(dots, 'vote')} across the cut, with ${plural(places, 'place')} left.`
}

function noCut(known: readonly { id: string }[], places: number, withoutFigure: string[]): CutLine {
  const nothing = 'No issue has a figure, so there is no cut.'
  const everything = `${plural(known.length, 'issue has', 'issues have')} a figure, for ${plural(places, 'place')}, so there is no cut.`
  return {
    above: places > 0 ? idsOf(known) : [],
    below: [],
    margin: null,
    tiedAcross: [],
    places: 0,
    withoutFigure,
    votesToDraw: null,
    votesToPass: null,
    sentences: [known.length === 0 ? nothing : everything, ...unplaced(withoutFigure.length)],
  }
}

function unplaced(count: number): string[] {
  return count === 0 ? [] : [`${plural(count, 'issue has', 'issues have')} no figure and cannot be placed.`]
}

function idsOf(options: readonly { id: string }[]): string[] {
  return options.map(({ id }) => id)
}
