import { addDays } from './dates.ts'
import { plural } from './numbers.ts'
import { type Refusal, refusal } from './refusal.ts'
import { stepNotOpen } from './steps.ts'

/** How soon an idea could be acted on: the three questions of the 2017 workshop. */
export const HORIZONS = ['FOUR_WEEKS', 'ONE_YEAR', 'LONG_TERM'] as const
export type Horizon = (typeof HORIZONS)[number]

export const HORIZON_LABELS: Record<Horizon, string> = {
  FOUR_WEEKS: 'Next four weeks',
  ONE_YEAR: 'Next year',
  LONG_TERM: 'Long-term change',
}

/** The questions as the tables of 2017 were asked them. */
export const HORIZON_QUESTIONS: Record<Horizon, string> = {
  FOUR_WEEKS: 'What should we do in the next four weeks?',
  ONE_YEAR: 'What should we do in the next year?',
  LONG_TERM: 'What should we do to support long-term change?',
}

/** Where an idea stands: on the wall, part of another idea, taken back by its author, or hidden by a facilitator. */
export const IDEA_STATUSES = ['ON_THE_WALL', 'MERGED', 'WITHDRAWN', 'HIDDEN'] as const
export type IdeaStatus = (typeof IDEA_STATUSES)[number]

export const IDEA_STATUS_LABELS: Record<IdeaStatus, string> = {
  ON_THE_WALL: 'On the wall',
  MERGED: 'Joined into another',
  WITHDRAWN: 'Taken down',
  HIDDEN: 'Hidden',
}

/** In which order ideas are listed; ties go by when they were written. */
export const IDEA_ORDERS = ['WRITTEN', 'SUPPORT', 'FEWEST_CRITIQUES', 'MOST_CRITIQUES'] as const
export type IdeaOrder = (typeof IDEA_ORDERS)[number]

/** The day by which somebody asks what became of an idea, counted from the workshop's last day; none for long-term change. */
export function dueDay(horizon: Horizon, lastDay: string): string | null {
  if (horizon === 'LONG_TERM') return null
  if (horizon === 'FOUR_WEEKS') return addDays(lastDay, 28)
  const [year = 0, month = 1, day = 1] = lastDay.split('-').map(Number)
  // 29 February has no day of its own a year later: the last of that month stands for it.
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + 1, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}

type Fate = { hiddenAt: unknown; withdrawnAt: unknown; mergedIntoId: string | null }

/** Where an idea stands. What was hidden stays hidden whatever else became of it. */
export function ideaStatus({ hiddenAt, withdrawnAt, mergedIntoId }: Fate): IdeaStatus {
  if (hiddenAt !== null) return 'HIDDEN'
  if (withdrawnAt !== null) return 'WITHDRAWN'
  return mergedIntoId === null ? 'ON_THE_WALL' : 'MERGED'
}

/** Who acts, and whether the step for it is open to participants. */
type Acting = { activityOpen: boolean; facilitator: boolean }

type Standing = {
  /** Taken back by its author, its words kept. */
  withdrawn: boolean
  /** Part of another idea now; its own words are kept. */
  merged: boolean
}

/** An idea is for a statement that stands; participants write ideas while that step is open, facilitators at any time. */
export function refuseIdea(writer: Acting & { statementWithdrawn: boolean }): Refusal | null {
  if (writer.statementWithdrawn) return statementIsGone()
  return writer.facilitator || writer.activityOpen ? null : stepNotOpen('IDEATE')
}

/** I may change my own idea while ideas are being written; a facilitator may change any at any time. */
export function refuseIdeaEdit(idea: Acting & Standing & { own: boolean }): Refusal | null {
  if (!idea.own && !idea.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the person who wrote this idea, or a facilitator, can change it. You can comment on it.',
    )
  }
  return refuseGone(idea) ?? (idea.facilitator || idea.activityOpen ? null : stepNotOpen('IDEATE'))
}

/** I may take my own idea back under the same rule; not with ideas of others in it, which would go with it. */
export function refuseIdeaWithdrawal(
  idea: Acting & Standing & { own: boolean; holdsOthers: boolean },
): Refusal | null {
  const no = refuseIdeaEdit(idea)
  if (no || !idea.holdsOthers) return no
  const instead = idea.facilitator
    ? 'Take them out again first.'
    : 'Ask a facilitator to take them out first.'
  return refusal('NOT_ALLOWED_NOW', `Other ideas have been merged into this one. ${instead}`)
}

/** A withdrawn idea comes back under the same rule, as long as the statement that it is for still stands. */
export function refuseIdeaReturn(
  idea: Acting & { own: boolean; merged: boolean; statementWithdrawn: boolean },
): Refusal | null {
  const no = refuseIdeaEdit({ ...idea, withdrawn: false })
  return no ?? (idea.statementWithdrawn ? statementIsGone() : null)
}

/** One support each, for an idea on the wall, while ideas or comments are being written; facilitators too. */
export function refuseSupport(idea: Standing & { hidden: boolean; activityOpen: boolean }): Refusal | null {
  if (idea.merged) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'This idea has been merged into another. Go to that idea and support it.',
    )
  }
  if (idea.withdrawn || idea.hidden) {
    return refusal('NOT_ALLOWED_NOW', 'This idea is no longer on the wall. Choose another to support.')
  }
  if (idea.activityOpen) return null
  return refusal(
    'STEP_NOT_OPEN',
    'Supporting ideas is not open now. You can support an idea when the facilitator opens a step for ideas or comments.',
  )
}

export type MergeableIdea = Standing & { id: string; statementId: string; hidden: boolean }

/**
 * A facilitator may merge ideas of one statement that say the same. Every original is kept, and so is who merged it;
 * supporters and comments count for what the ideas have become.
 */
export function refuseIdeaMerge(into: MergeableIdea, others: readonly MergeableIdea[]): Refusal | null {
  if (others.length === 0) {
    return refusal('BAD_USER_INPUT', 'Choose at least one idea to merge into this one.', 'ideaIds')
  }
  if (new Set([into.id, ...others.map(({ id }) => id)]).size <= others.length) {
    return refusal(
      'BAD_USER_INPUT',
      'An idea can be merged once, and not into itself. Choose each idea once.',
      'ideaIds',
    )
  }
  if (others.some(({ statementId }) => statementId !== into.statementId)) {
    return refusal(
      'BAD_USER_INPUT',
      'Only ideas for one statement can be merged. Move the others to this statement first.',
      'ideaIds',
    )
  }
  const gone = refuseGone(into)
  if (gone) return gone
  if ([into, ...others].some(({ hidden }) => hidden)) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'One of these ideas is hidden. Show it again before you merge it.',
      'ideaIds',
    )
  }
  const lost = others.filter((idea) => idea.withdrawn || idea.merged).length
  if (lost === 0) return null
  const have = plural(lost, 'of these ideas has', 'of these ideas have')
  return refusal(
    'STALE_STATE',
    `${have} been withdrawn or merged since you looked. Reload the page and choose again.`,
  )
}

/** A merge can be undone: the idea stands on its own again, with the supporters and comments it came with. */
export function refuseIdeaUnmerge(idea: { merged: boolean }): Refusal | null {
  return idea.merged ? null : refusal('STALE_STATE', 'This idea already stands on its own.')
}

function refuseGone(idea: Standing): Refusal | null {
  if (idea.merged) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'This idea has been merged into another. Go to that idea, or undo the merge first.',
    )
  }
  if (idea.withdrawn) {
    return refusal('NOT_ALLOWED_NOW', 'This idea has been withdrawn. Bring it back before you change it.')
  }
  return null
}

function statementIsGone(): Refusal {
  const message = 'The statement has been withdrawn. Bring it back first, or choose another statement.'
  return refusal('NOT_ALLOWED_NOW', message, 'statementId')
}
