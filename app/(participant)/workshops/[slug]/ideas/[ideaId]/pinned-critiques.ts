import type { CritiqueKind } from '#domain/critiques.ts'
import type { Pin } from '#domain/pins.ts'
import { authorInWords } from './critique-words.ts'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'

/** A comment that points at a spot of the card. */
export type PinnedCritique = { id: string; number: number; kind: CritiqueKind; pin: Pin; author: string }

/** The comments that are pinned to the card and can be read, numbered as they are read. */
export function pinnedCritiques(critiques: readonly ThreadCritiqueFragment[]): PinnedCritique[] {
  return critiques
    .flatMap((critique) => {
      const { id, kind, pin, withdrawnAt, hiddenAt } = critique
      return kind && pin && !withdrawnAt && !hiddenAt
        ? [{ id, kind, pin, author: authorInWords(critique) }]
        : []
    })
    .map((pinned, at) => ({ ...pinned, number: at + 1 }))
}
