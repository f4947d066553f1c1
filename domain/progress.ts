import { formatDay } from './dates.ts'
import { inFigures, plural } from './numbers.ts'
import type { Phase } from './projects.ts'

/** What is counted of a project, as far as somebody may read it. */
export type ProgressFacts = {
  areas: number
  workshops: number
  issues: number
  closedRounds: number
  priorities: number
  /** Priorities that stand reworded as a problem statement. */
  rewordedPriorities: number
  statements: number
  /** Statements that have an idea on the wall. */
  answeredStatements: number
  ideas: number
  /** Ideas on which somebody of another table has commented. */
  readIdeas: number
  briefs: number
  /** Briefs with an aim, an owner and a target date. */
  wholeBriefs: number
  /** Briefs that are being tested, or were adopted. */
  testedBriefs: number
  /** Of these, those with a test team. */
  briefsWithTeams: number
  finishedCycles: number
  /** Measures in use that are joined to a brief. */
  measures: number
  /** Of these, those with twelve points or more, which is what an XmR chart takes. */
  chartedMeasures: number
  /** Briefs that were adopted, parked or stopped. */
  decidedBriefs: number
  adoptedBriefs: number
  publishedAdoptedBriefs: number
  publishedWriteUps: number
}

/** The things that a phase asks for. */
export const NEED_KINDS = [
  'AREAS',
  'ISSUES',
  'CLOSED_ROUND',
  'PRIORITIES',
  'STATEMENTS',
  'IDEAS',
  'READ_IDEAS',
  'BRIEFS',
  'WHOLE_BRIEFS',
  'TEST_TEAMS',
  'CYCLES',
  'CHARTS',
  'DECISIONS',
  'PUBLISHED_BRIEFS',
  'WRITE_UPS',
] as const
export type NeedKind = (typeof NEED_KINDS)[number]

/** Something that a phase asks for, and how much of it there is. */
export type PhaseNeed = {
  phase: Phase
  kind: NeedKind
  done: number
  of: number
  met: boolean
  words: string
}

type Count = { done: number; of: number }
type Rule = {
  phase: Phase
  kind: NeedKind
  count: (facts: ProgressFacts) => Count
  /** What to do, where there is nothing yet. */
  ask: string
  /** How far it has come, where there is something. */
  say: (count: Count) => string
}

/** One at the least is asked for. */
function one(done: number): Count {
  return { done, of: 1 }
}

/** All that there are, and at least one: nothing of nothing is not done. */
function all(done: number, existing: number): Count {
  return { done, of: Math.max(existing, 1) }
}

const counted = (verb: string, noun: string, nouns?: string) => (count: Count) =>
  `${plural(count.done, noun, nouns)} ${verb}`

const shared = (verb: string, noun: string, nouns?: string) => (count: Count) =>
  `${inFigures(count.done)} of ${plural(count.of, noun, nouns)} ${verb}`

const RULES: readonly Rule[] = [
  {
    phase: 'DISCOVERY',
    kind: 'AREAS',
    count: ({ areas }) => one(areas),
    ask: 'Name the challenge areas',
    say: counted('named', 'challenge area'),
  },
  {
    phase: 'DISCOVERY',
    kind: 'ISSUES',
    count: ({ issues }) => one(issues),
    ask: 'Hold a workshop and gather issues',
    say: counted('gathered', 'issue'),
  },
  {
    phase: 'DISCOVERY',
    kind: 'CLOSED_ROUND',
    count: ({ closedRounds }) => one(closedRounds),
    ask: 'Vote on the issues',
    say: counted('closed', 'voting round'),
  },
  {
    phase: 'DISCOVERY',
    kind: 'PRIORITIES',
    count: ({ priorities }) => one(priorities),
    ask: 'Declare the priorities',
    say: counted('declared', 'priority', 'priorities'),
  },
  {
    phase: 'DEVELOPMENT',
    kind: 'STATEMENTS',
    count: ({ rewordedPriorities, priorities }) => all(rewordedPriorities, priorities),
    ask: 'Reword the priorities as problem statements',
    say: shared('reworded as problem statements', 'priority', 'priorities'),
  },
  {
    phase: 'DEVELOPMENT',
    kind: 'IDEAS',
    count: ({ answeredStatements, statements }) => all(answeredStatements, statements),
    ask: 'Write ideas for every problem statement',
    say: shared('with ideas', 'problem statement'),
  },
  {
    phase: 'DEVELOPMENT',
    kind: 'READ_IDEAS',
    count: ({ readIdeas, ideas }) => all(readIdeas, ideas),
    ask: 'Have every idea read by another table',
    say: shared('commented on by another table', 'idea'),
  },
  {
    phase: 'DEVELOPMENT',
    kind: 'BRIEFS',
    count: ({ briefs }) => one(briefs),
    ask: 'Propose a brief from the ideas',
    say: counted('proposed', 'brief'),
  },
  {
    phase: 'DEVELOPMENT',
    kind: 'WHOLE_BRIEFS',
    count: ({ wholeBriefs, briefs }) => all(wholeBriefs, briefs),
    ask: 'Give every brief an aim, an owner and a target date',
    say: shared('with an aim, an owner and a target date', 'brief'),
  },
  {
    phase: 'TESTING',
    kind: 'TEST_TEAMS',
    count: ({ briefsWithTeams, testedBriefs }) => all(briefsWithTeams, testedBriefs),
    ask: 'Find a test team for every brief in testing',
    say: shared('with a test team', 'tested brief'),
  },
  {
    phase: 'TESTING',
    kind: 'CYCLES',
    count: ({ finishedCycles }) => one(finishedCycles),
    ask: 'Take a test cycle to its decision',
    say: counted('decided', 'test cycle'),
  },
  {
    phase: 'TESTING',
    kind: 'CHARTS',
    count: ({ chartedMeasures, measures }) => all(chartedMeasures, measures),
    ask: 'Follow a measure over twelve points or more',
    say: shared('with twelve points or more', 'measure of the briefs', 'measures of the briefs'),
  },
  {
    phase: 'SHARING',
    kind: 'DECISIONS',
    count: ({ decidedBriefs, briefs }) => all(decidedBriefs, briefs),
    ask: 'Decide on every brief: adopt, park or stop it',
    say: shared('adopted, parked or stopped', 'brief'),
  },
  {
    phase: 'SHARING',
    kind: 'PUBLISHED_BRIEFS',
    count: ({ publishedAdoptedBriefs, adoptedBriefs }) => all(publishedAdoptedBriefs, adoptedBriefs),
    ask: 'Publish the briefs that were adopted',
    say: shared('published', 'adopted brief'),
  },
  {
    phase: 'SHARING',
    kind: 'WRITE_UPS',
    count: ({ publishedWriteUps, workshops }) => all(publishedWriteUps, workshops),
    ask: 'Publish the write-up of every workshop',
    say: shared('with a published write-up', 'workshop'),
  },
]

/**
 * What each phase asks for, in order, and how much of it is there. A list to look at and no lock: changing the phase is
 * the staff's decision. Only what somebody may read counts.
 */
export function phaseNeeds(facts: ProgressFacts): PhaseNeed[] {
  return RULES.map(({ phase, kind, count, ask, say }) => {
    const found = count(facts)
    return { phase, kind, ...found, met: found.done >= found.of, words: found.done === 0 ? ask : say(found) }
  })
}

/** The workshops that have not ended, in words: a workshop that runs today has begun, and is not ahead any more. */
export function workshopsInWords(now: {
  /** All that have not ended. */
  workshopsAhead: number
  workshopsToday: number
  /** The first day of the next one after today. */
  laterWorkshopOn?: string | null
}): string | null {
  const { workshopsAhead, workshopsToday, laterWorkshopOn } = now
  const later = workshopsAhead - workshopsToday
  const today = workshopsToday > 0 ? `${plural(workshopsToday, 'workshop')} today` : null
  if (later <= 0) return today
  const next = laterWorkshopOn ? `, the next on ${formatDay(laterWorkshopOn)}` : ''
  return today
    ? `${today}, and ${inFigures(later)} ahead${next}`
    : `${plural(later, 'workshop')} ahead${next}`
}
