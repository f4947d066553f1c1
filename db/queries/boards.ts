import type { IdeaView } from './ideas.ts'
import type { IssueView } from './issues.ts'
import type { StatementView } from './statements.ts'

/** What stands on a workshop's wall. */
export type BoardView = {
  workshopId: string
  issues: IssueView[]
  statements: StatementView[]
  ideas: IdeaView[]
}
