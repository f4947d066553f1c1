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
 * answers. Given in the order of time; says how deep each stands.
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
    read.push({ ...comment, depth })
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
  const kept = new Set<string>()
  const wanted = new Set<string>()
  for (const comment of comments.toReversed()) {
    if (!wanted.has(comment.id) && !isReadable(comment)) continue
    kept.add(comment.id)
    if (comment.parentId !== null) wanted.add(comment.parentId)
  }
  return comments.filter(({ id }) => kept.has(id))
}
