import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { type ReasonRow, type StatementRow, statementPriorities, statements } from '#db/schema/statements.ts'
import type { NamesShown } from '#domain/critiques.ts'

/** A statement, and whether everybody may read its workshop. */
export type StatementView = StatementRow & { published: boolean; namesShown: NamesShown; ideaCount: number }
export type WordingView = {
  id: string
  statementId: string
  workshopId: string
  title: string
  authorName: string | null
  createdAt: Date
}
/** A reason with the name of its author as the seat has it; whether it may be shown is for the rights to say. */
export type ReasonView = ReasonRow & {
  workshopId: string
  authorName: string | null
  namesShown: NamesShown
}
export type SimilarView = { statementId: string; statement: StatementView; note: string | null }
