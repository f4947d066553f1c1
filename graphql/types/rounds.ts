import { createHash } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { readLiveFigures } from '#db/queries/live-tallies.ts'
import { findRoundWithSheet, type RoundSheet } from '#db/queries/results.ts'
import { findRound, listEntered, type RoundView } from '#db/queries/rounds.ts'
import { findRunningImport } from '#db/queries/running-imports.ts'
import { findTurnout, hasDots, listOwnDots } from '#db/queries/votes.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import type { OptionRow } from '#db/schema/rounds.ts'
import { paperDifferences } from '#domain/paper.ts'
import { can, seatIn, type Viewer } from '#domain/permissions.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type {
  QueryResolvers,
  Resolvers,
  RoundResolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import { selection } from '#graphql/selection.ts'
import { isVisible } from '#graphql/visible-issues.ts'
import { publishedFigureMutations, publishedFiguresOf } from './published-figures.ts'
import { type ResultSheet, resultSheet, sheetFor } from './results.ts'
import { roundMutations } from './round-changes.ts'

const round: QueryResolvers['round'] = async (_root, { id }, { db, viewer }, info) => {
  const wanted = selection(info)
  const load = wanted.has('result') || wanted.has('options') ? findRoundWithSheet : findRound
  const found = isId(id) ? await load(db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', subject(found))
  if (!isRoundVisible(found, viewer)) throw denied('NOT_FOUND')
  return found
}

const roundsOfWorkshop: WorkshopResolvers['rounds'] = async (workshop, _args, { viewer, loaders }) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const rounds: RoundView[] = await loaders.roundsByWorkshop.load(workshop.id)
  return rounds.filter((round) => isRoundVisible(round, viewer))
}

/** Partners read what was counted: for them a round is there once it has closed. */
function isRoundVisible({ state }: RoundView, viewer: Viewer): boolean {
  return state === 'CLOSED' || !viewer?.partner
}

const currentRound: WorkshopResolvers['currentRound'] = async (workshop, _args, { viewer, loaders }) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const rounds: RoundView[] = await loaders.roundsByWorkshop.load(workshop.id)
  return (
    rounds.find(({ state }) => state === 'OPEN') ?? rounds.find(({ state }) => state === 'CLOSED') ?? null
  )
}

const fields: RoundResolvers = {
  frozen: (parent, _args, { db }) =>
    parent.state === 'CLOSED' || (parent.state === 'OPEN' && hasDots(db, parent.id)),
  replacesRound: (parent, _args, { db }) =>
    parent.replacesRoundId === null ? null : findRound(db, parent.replacesRoundId),
  options: async (parent, _args, { viewer, loaders }) => {
    const options = parent.sheet?.options ?? (await loaders.optionsByRound.load(parent.id))
    const seat = seatIn(viewer, parent.workshopId)
    const own = parent.state === 'OPEN' && parent.shuffleOptions && seat?.role === 'PARTICIPANT'
    return own ? inOwnOrder(options, seat.id) : options
  },
  turnout: (parent, _args, { db, viewer }) =>
    parent.state === 'DRAFT' || !can(viewer, 'readPeople', subject(parent))
      ? null
      : findTurnout(db, parent.id),
  ballot: async (parent, _args, { db, viewer }) => {
    const seat = seatIn(viewer, parent.workshopId)
    if (parent.state !== 'OPEN' || seat?.role !== 'PARTICIPANT') return null
    const spentOn = await listOwnDots(db, parent, seat.id)
    return {
      allowance: parent.dotsPerVoter,
      remaining: Math.max(0, parent.dotsPerVoter - spentOn.length),
      spentOn,
    }
  },
  result: (parent, _args, context) => {
    authorize(context.viewer, 'readResults', subject(parent))
    if (parent.state === 'DRAFT') return null
    if (parent.state === 'CLOSED' && parent.sheet) {
      return sheetFor(context.viewer, parent, resultSheet(parent, parent.sheet))
    }
    return loadResult(parent, context)
  },
  paper: async (parent, _args, { db, viewer }) => {
    if (parent.state === 'DRAFT' || !can(viewer, 'runWorkshop', subject(parent))) return null
    const [first, second] = await Promise.all([
      listEntered(db, parent.id, 'PAPER', 'FIRST'),
      listEntered(db, parent.id, 'PAPER', 'SECOND'),
    ])
    const shown = ({ optionId, votes }: (typeof first)[number]) => ({ optionId, dots: votes })
    const differences = paperDifferences(first, second).map(({ optionId }) => optionId)
    return { ballots: parent.paperBallots, first: first.map(shown), second: second.map(shown), differences }
  },
  priorities: (parent, _args, { loaders }) => loaders.prioritiesByRound.load(parent.id),
  publishedFigures: publishedFiguresOf,
  runningImport: (parent, _args, { db, viewer }) =>
    parent.state === 'OPEN' && can(viewer, 'runWorkshop', subject(parent))
      ? findRunningImport(db, parent.id)
      : null,
}

async function loadResult(round: RoundView, { db, viewer }: Context): Promise<ResultSheet | null> {
  if (round.state === 'OPEN' && round.hideUntilClose) {
    const message = 'Results are hidden until voting closes. Come back then.'
    throw new GraphQLError(message, { extensions: { code: 'RESULTS_HIDDEN' } })
  }
  const loaded = round.sheet ? round : await findRoundWithSheet(db, round.id)
  if (!loaded?.sheet) throw denied('NOT_FOUND')
  // Whoever may not know the turnout may not know what is counted live either.
  if (round.state === 'OPEN') authorize(viewer, 'readPeople', subject(round))
  const live = round.state === 'OPEN' ? await readLiveFigures(db, round) : {}
  if (live === null) return null
  const sheet: RoundSheet = { ...loaded.sheet, ...live }
  return sheetFor(viewer, loaded, resultSheet(loaded, sheet))
}

/** Every voter sees the options in an order of their own, the same one each time, so that the top of the list favours nobody. */
function inOwnOrder(options: readonly OptionRow[], seatId: string): OptionRow[] {
  const place = (option: OptionRow) => createHash('sha256').update(`${seatId}${option.id}`).digest('hex')
  return options
    .map((option) => ({ option, at: place(option) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ option }) => option)
}

function subject({ workshopId, published }: RoundView) {
  return { workshopId, published }
}

export const roundResolvers = {
  Query: { round },
  Mutation: { ...roundMutations, ...publishedFigureMutations },
  Workshop: {
    rounds: roundsOfWorkshop,
    currentRound,
    priorities: (workshop, _args, { loaders }) => loaders.prioritiesByWorkshop.load(workshop.id),
  },
  Round: fields,
  Option: {
    issue: async (option, _args, { viewer, loaders }) => {
      const issue = option.issueId === null ? null : await loaders.issueById.load(option.issueId)
      return issue !== null && isVisible(issue, viewer) ? issue : null
    },
  },
} satisfies Resolvers
