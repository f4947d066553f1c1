import type { IdeaRow } from '#db/schema/ideas.ts'
import type { CritiqueKind, NamesShown } from '#domain/critiques.ts'
import type { CritiqueView } from './critiques.ts'

/** An idea with what its card shows. Names are as the seats have them; whether they may be shown is for the rights to say. */
export type IdeaView = IdeaRow & {
  /** Whether everybody may read its workshop. */
  published: boolean
  namesShown: NamesShown
  /** The workshop's last day, from which horizons count. */
  lastDay: string
  /** Tables of the idea and of those merged into it. */
  tableCodes: string[]
  tableIds: string[]
  authorName: string | null
  supportCount: number
  critiqueCounts: { kind: CritiqueKind; count: number }[]
  critiqueCount: number
  readByOthers: boolean
  /** Loaded along where a query asked for them. */
  critiques?: CritiqueView[]
}
