import type { CritiqueKind } from '#domain/critiques.ts'

/** One sign for each kind of comment: thousands of them stand on a board, so they are letters and no drawings. */
export const KIND_GLYPHS: Record<CritiqueKind, string> = {
  UNINTENDED_CONSEQUENCE: '!',
  COULD_WORK_WELL: '★',
  QUESTION: '?',
  BUILD: '+',
}
