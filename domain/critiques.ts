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
