import type { CritiqueRow } from '#db/schema/critiques.ts'
import type { NamesShown } from '#domain/critiques.ts'

/** A comment or an answer with what is shown of it. The name is as the seat has it; whether it may be shown is for the rights to say. */
export type CritiqueView = CritiqueRow & {
  published: boolean
  namesShown: NamesShown
  authorName: string | null
  tableCode: string | null
  /** 0 for what begins a thread. */
  depth: number
}
