import { isOnCard, PIN_RANGE, type Pin } from './pins.ts'
import { type Refusal, refusal } from './refusal.ts'
import { stepNotOpen } from './steps.ts'

/** What a comment on an idea says about it. The first two are the questions of 2017, the others were heard there. */
export const CRITIQUE_KINDS = ['UNINTENDED_CONSEQUENCE', 'COULD_WORK_WELL', 'QUESTION', 'BUILD'] as const
export type CritiqueKind = (typeof CRITIQUE_KINDS)[number]

export const CRITIQUE_KIND_LABELS: Record<CritiqueKind, string> = {
  UNINTENDED_CONSEQUENCE: 'Unintended consequence',
  COULD_WORK_WELL: 'Could work really well',
  QUESTION: 'Question',
  BUILD: 'Build on it',
}

/** What each kind asks of the writer. */
export const CRITIQUE_KIND_QUESTIONS: Record<CritiqueKind, string> = {
  UNINTENDED_CONSEQUENCE: 'What unintended consequences can you foresee?',
  COULD_WORK_WELL: 'What could work really well?',
  QUESTION: 'What do you want to know?',
  BUILD: 'What would you add to it?',
}

/** Whose names stand on ideas and comments: the author's, or only the table's code. */
export const NAMES_SHOWN = ['NAMES', 'TABLES'] as const
export type NamesShown = (typeof NAMES_SHOWN)[number]

/** How often somebody is told by e-mail that others have answered them. */
export const DIGESTS = ['OFF', 'DAILY', 'WEEKLY'] as const
export type Digest = (typeof DIGESTS)[number]

/** In which form somebody reads ideas and comments: as the wall of the room, or as headings and lists. */
export const WALL_VIEWS = ['BOARD', 'OUTLINE'] as const
export type WallView = (typeof WALL_VIEWS)[number]

type InThread = { id: string; parentId: string | null; depth: number }

/**
 * Comments as they are read: each thread whole, threads and answers the oldest first, every answer right below what it
 * answers. Given in the order of time; writes on each how deep it stands.
 */
export function inThreads<Comment extends InThread>(comments: readonly Comment[]): Comment[] {
  const present = new Set(comments.map(({ id }) => id))
  const answers = new Map<string | null, Comment[]>()
  for (const comment of comments) {
    const above = comment.parentId !== null && present.has(comment.parentId) ? comment.parentId : null
    const beside = answers.get(above)
    if (beside) beside.push(comment)
    else answers.set(above, [comment])
  }
  const read: Comment[] = []
  // A list of what is still to be read, the next one last: a thread may be deeper than calls can nest.
  const waiting = (answers.get(null) ?? []).map((comment) => ({ comment, depth: 0 })).reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { comment, depth } = next
    comment.depth = depth
    read.push(comment)
    const below = answers.get(comment.id) ?? []
    for (const answer of below.toReversed()) waiting.push({ comment: answer, depth: depth + 1 })
  }
  return read
}

/**
 * What is left of threads for somebody: a comment whose words they may not read stays as a stub only while somebody's
 * words stand below it. Given in the order in which threads are read.
 */
export function withoutEmptyStubs<Comment extends InThread>(
  comments: readonly Comment[],
  isReadable: (comment: Comment) => boolean,
): Comment[] {
  if (comments.every(isReadable)) return [...comments]
  const kept = new Set<string>()
  const wanted = new Set<string>()
  for (const comment of comments.toReversed()) {
    if (!wanted.has(comment.id) && !isReadable(comment)) continue
    kept.add(comment.id)
    if (comment.parentId !== null) wanted.add(comment.parentId)
  }
  return comments.filter(({ id }) => kept.has(id))
}

/** How long the author of a comment may change its words. Afterwards others may have answered them. */
export const EDIT_MINUTES = 15

type IdeaStanding = {
  /** Withdrawn by its author or hidden by a facilitator. */
  setAside: boolean
  /** Part of another idea now. */
  merged: boolean
}

/**
 * I may comment on an idea that stands on the wall, and answer in its threads, while commenting is open, also after the
 * event; a facilitator may at any time. Threads of a merged idea go on where it went.
 */
export function refuseCritique(
  idea: IdeaStanding,
  writer: { activityOpen: boolean; facilitator: boolean },
): Refusal | null {
  if (idea.setAside) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'This idea has been taken off the wall. Go back to the ideas and choose another one to comment on.',
    )
  }
  if (idea.merged) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'This idea has been merged into another. Go to that idea and comment there.',
    )
  }
  return writer.facilitator || writer.activityOpen ? null : stepNotOpen('CRITIQUE')
}

/** A comment is pinned to a spot of the card, or to none. */
export function refusePin(pin: Pin | null): Refusal | null {
  if (pin === null || isOnCard(pin)) return null
  return refusal('BAD_USER_INPUT', `Put the pin on the card: from 0 to ${PIN_RANGE} both ways.`, 'pin')
}

type CritiqueStanding = {
  own: boolean
  /** It begins a thread, and so has a kind, may have a pin and can be resolved. */
  beginsThread: boolean
  withdrawn: boolean
  hidden: boolean
  resolved: boolean
}

/**
 * I may change my own words for a quarter of an hour, whether or not commenting is still open. Afterwards I answer, so
 * that nobody's answer comes to stand below other words than it was given to. Nobody changes the words of others.
 */
export function refuseCritiqueEdit(
  critique: CritiqueStanding & { editable: boolean; ideaSetAside: boolean; newKind: boolean },
): Refusal | null {
  if (!critique.own)
    return refusal('NOT_ALLOWED_NOW', 'Only the person who wrote this can change it. Answer it instead.')
  const gone = refuseGone(critique)
  if (gone) return gone
  if (critique.ideaSetAside) return refuseCritique({ setAside: true, merged: false }, FACILITATOR)
  if (!critique.editable) {
    const message = `Words can be changed for ${EDIT_MINUTES} minutes. Write an answer below to add to yours.`
    return refusal('NOT_ALLOWED_NOW', message)
  }
  if (critique.newKind && !critique.beginsThread) {
    return refusal('BAD_USER_INPUT', 'An answer has no kind: its thread has one.', 'kind')
  }
  return null
}

const FACILITATOR = { activityOpen: true, facilitator: true }

/**
 * I may take my words back at any time, also after commenting has closed and while they are hidden: a stub keeps the
 * answers. Only what a table has resolved stays, as what its note replies to.
 */
export function refuseCritiqueWithdrawal(critique: CritiqueStanding): Refusal | null {
  if (!critique.own) {
    return refusal('NOT_ALLOWED_NOW', 'Only the person who wrote this can take it back. You can report it.')
  }
  if (!critique.resolved) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'This has been marked as resolved and stays with its note. Ask a facilitator to open it again first.',
  )
}

/**
 * The people of an idea's table, or a facilitator, mark a thread as resolved and open it again. They may do so after
 * commenting has closed, when tables work through what they were told.
 */
export function refuseResolution(
  critique: CritiqueStanding & { ideasTable: boolean; facilitator: boolean; ideaSetAside: boolean },
): Refusal | null {
  if (!critique.ideasTable && !critique.facilitator) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only the table that wrote the idea, or a facilitator, can mark a comment as resolved.',
    )
  }
  if (!critique.beginsThread) {
    return refusal('NOT_ALLOWED_NOW', 'Only the comment that begins a thread can be marked as resolved.')
  }
  if (critique.ideaSetAside && !critique.facilitator) {
    return refuseCritique({ setAside: true, merged: false }, FACILITATOR)
  }
  return refuseGone(critique)
}

/** Whatever others can read may be reported once; one's own is taken back instead. */
export function refuseReport(said: { own: boolean; gone: boolean }): Refusal | null {
  if (said.own) return refusal('NOT_ALLOWED_NOW', 'You wrote this yourself. You can take it back instead.')
  if (!said.gone) return null
  return refusal('NOT_ALLOWED_NOW', 'This has been taken off already. Nothing is left to report.')
}

function refuseGone({ withdrawn, hidden }: CritiqueStanding): Refusal | null {
  if (withdrawn) return refusal('NOT_ALLOWED_NOW', 'This has been taken back. Write a new comment instead.')
  if (!hidden) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'A facilitator has hidden this. Its author sees the reason, and a facilitator can show it again.',
  )
}

type Discussion = { namesShown: NamesShown; anyoneArranges: boolean }

/** What a change of these settings means, for the log; null where nothing changed. */
export function describeDiscussion(before: Discussion, after: Discussion): string | null {
  const said: string[] = []
  if (before.namesShown !== after.namesShown) {
    const names = { NAMES: "Authors' names are shown.", TABLES: "Authors' names are hidden: tables only." }
    said.push(names[after.namesShown])
  }
  if (before.anyoneArranges !== after.anyoneArranges) {
    said.push(after.anyoneArranges ? 'Everyone may move cards.' : 'Only facilitators move cards.')
  }
  return said.length === 0 ? null : said.join(' ')
}
