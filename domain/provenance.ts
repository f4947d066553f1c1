import { BRIEF_STATUS_LABELS, type BriefStatus } from './briefs.ts'
import { valueInWords } from './chart-words.ts'
import { CHECK_IN_OUTCOME_LABELS, type CheckInOutcome } from './check-ins.ts'
import { CRITIQUE_KIND_LABELS, type CritiqueKind } from './critiques.ts'
import { CYCLE_DECISION_LABELS, CYCLE_STATE_LABELS, type CycleDecision, type CycleState } from './cycles.ts'
import { formatDay } from './dates.ts'
import { HORIZON_LABELS, type Horizon } from './ideas.ts'
import { ISSUE_STATE_LABELS, type IssueState } from './issues.ts'
import { MEASURE_KIND_LABELS, type MeasureKind } from './measures.ts'
import { inFigures, plural } from './numbers.ts'

/** The links of the chain from a problem to a tested change and what is measured of it, in its order. */
export const PROVENANCE_KINDS = [
  'ISSUE',
  'OPTION',
  'PRIORITY',
  'STATEMENT',
  'IDEA',
  'CRITIQUE',
  'BRIEF',
  'CYCLE',
  'MEASURE',
] as const
export type ProvenanceKind = (typeof PROVENANCE_KINDS)[number]

/** What is known of a link beside its words. What a link of its kind does not have is null. */
export type LinkFacts = {
  kind: ProvenanceKind
  merged: boolean
  tableCodes: readonly string[]
  issueState: IssueState | null
  /** Null unless the round has closed and there is a figure. */
  dots: number | null
  rank: number | null
  tied: boolean
  /** Options on the roll. */
  outOf: number | null
  roundClosed: boolean
  /** Place among the priorities, from 0. */
  position: number | null
  ideaCount: number | null
  horizon: Horizon | null
  critiqueKind: CritiqueKind | null
  resolved: boolean
  /** What somebody said last became of an idea. */
  checkIn: CheckInOutcome | null
  briefStatus: BriefStatus | null
  cycle: { number: number; organisation: string; state: CycleState; decision: CycleDecision | null } | null
  /** A measure with its latest point; its value and day are null while it has none. */
  measure: { kind: MeasureKind; unit: string; value: number | null; day: string | null } | null
}

/** What to know of a link beside its words, as a phrase. Never whose words they are. */
export function describeLink(link: LinkFacts): string | null {
  const phrase = PHRASES[link.kind](link)
  return phrase.length === 0 ? null : phrase.join(', ')
}

const PHRASES: Record<ProvenanceKind, (link: LinkFacts) => string[]> = {
  ISSUE: ({ issueState, merged, tableCodes }) => [
    ...(merged ? ['merged into another'] : []),
    ...(issueState === null ? [] : [ISSUE_STATE_LABELS[issueState].toLowerCase()]),
    ...tables(tableCodes),
  ],
  OPTION: ({ roundClosed, dots, rank, tied, outOf }) => {
    if (!roundClosed) return ['on the ballot']
    if (dots === null || rank === null || outOf === null) return ['without a figure']
    return [plural(dots, 'dot'), `${ordinal(rank)}${tied ? ' equal' : ''} of ${inFigures(outOf)}`]
  },
  PRIORITY: ({ position }) => (position === null ? [] : [`${ordinal(position + 1)} priority`]),
  STATEMENT: ({ ideaCount }) => (ideaCount === null ? [] : [plural(ideaCount, 'idea')]),
  IDEA: ({ horizon, merged, tableCodes, checkIn }) => [
    ...(merged ? ['merged into another'] : []),
    ...(horizon === null ? [] : [HORIZON_LABELS[horizon].toLowerCase()]),
    ...tables(tableCodes),
    ...(checkIn === null ? [] : [CHECK_IN_OUTCOME_LABELS[checkIn].toLowerCase()]),
  ],
  CRITIQUE: ({ critiqueKind, resolved, tableCodes }) => [
    critiqueKind === null ? 'answer' : CRITIQUE_KIND_LABELS[critiqueKind].toLowerCase(),
    ...tables(tableCodes),
    ...(resolved ? ['resolved'] : []),
  ],
  BRIEF: ({ briefStatus }) => (briefStatus === null ? [] : [BRIEF_STATUS_LABELS[briefStatus].toLowerCase()]),
  CYCLE: ({ cycle }) => {
    if (cycle === null) return []
    const { number, organisation, state, decision } = cycle
    const stands = decision === null ? `in ${CYCLE_STATE_LABELS[state]}` : CYCLE_DECISION_LABELS[decision]
    return [`cycle ${number} of ${organisation}`, decision === null ? stands : stands.toLowerCase()]
  },
  MEASURE: ({ measure }) => {
    if (measure === null) return []
    const { kind, unit, value, day } = measure
    const latest =
      value === null || day === null ? 'no points yet' : `${valueInWords(value, unit)} on ${formatDay(day)}`
    return [`${MEASURE_KIND_LABELS[kind].toLowerCase()} measure`, latest]
  },
}

function tables(codes: readonly string[]): string[] {
  if (codes.length === 0) return []
  return [`${codes.length === 1 ? 'table' : 'tables'} ${codes.join(' and ')}`]
}

const SUFFIXES: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }
const ORDINALS = new Intl.PluralRules('en-GB', { type: 'ordinal' })

function ordinal(number: number): string {
  return `${inFigures(number)}${SUFFIXES[ORDINALS.select(number)] ?? 'th'}`
}

/** Links of one kind that a chain shows at the most, either way. */
const MOST = 100

type Linked = { kind: ProvenanceKind; id: string; distance: number; via: readonly string[] }

/**
 * The chain in one direction, the nearest first, with no more than 100 of a kind. What is reached only through links
 * that were left out is left out with them.
 */
export function withinReach<Link extends Linked>(fromId: string, links: readonly Link[]): Link[] {
  const kept = new Set([fromId])
  const counts = new Map<ProvenanceKind, number>()
  const inOrder = links.toSorted((a, b) => a.distance - b.distance)
  return inOrder.flatMap((link) => {
    const via = link.via.filter((id) => kept.has(id))
    const count = counts.get(link.kind) ?? 0
    if (via.length === 0 || count >= MOST) return []
    kept.add(link.id)
    counts.set(link.kind, count + 1)
    return [{ ...link, via }]
  })
}
